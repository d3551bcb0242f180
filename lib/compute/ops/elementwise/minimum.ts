import { mask, withGradient } from '../custom-gradient'
import { elementwise, tensors, two } from '../elementwise'

/** The smaller of two; on a tie the gradient goes to the first. */
export const minimum = elementwise({
  name: 'minimum',
  parameters: tensors('a', 'b'),
  value: (a, b) => Math.min(a, b),
  partials: [(_, a, b) => (a <= b ? 1 : 0), (_, a, b) => (a <= b ? 0 : 1)],
  slopes: [(lay, _, a, b) => lay.call('less_equal', a, b), (lay, _, a, b) => lay.call('greater', a, b)],
  tensorflow: two((tf, a, b) =>
    withGradient(
      tf,
      [a, b],
      () => tf.minimum(a, b),
      (dy, [a, b]) => {
        const first = mask(tf, tf.lessEqual(a, b))
        return [tf.mul(dy, first), tf.mul(dy, tf.sub(1, first))]
      },
    ),
  ),
  kink: (a, b) => Math.abs(a - b),
})
