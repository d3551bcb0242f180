import { mask, withGradient } from '../custom-gradient'
import { elementwise, tensors, two } from '../elementwise'

/** The larger of two; on a tie the gradient goes to the first. */
export const maximum = elementwise({
  name: 'maximum',
  parameters: tensors('a', 'b'),
  value: (a, b) => Math.max(a, b),
  partials: [(_, a, b) => (a >= b ? 1 : 0), (_, a, b) => (a >= b ? 0 : 1)],
  slopes: [(lay, _, a, b) => lay.call('greater_equal', a, b), (lay, _, a, b) => lay.call('less', a, b)],
  tensorflow: two((tf, a, b) =>
    withGradient(
      tf,
      [a, b],
      () => tf.maximum(a, b),
      (dy, [a, b]) => {
        const first = mask(tf, tf.greaterEqual(a, b))
        return [tf.mul(dy, first), tf.mul(dy, tf.sub(1, first))]
      },
    ),
  ),
  kink: (a, b) => Math.abs(a - b),
})
