import { mask, withGradient } from '../custom-gradient'
import { elementwise, inputAt, tensors } from '../elementwise'

/** min(max(x, lo), hi); its derivative by x is 1 inside and at both bounds. */
export const clip = elementwise({
  name: 'clip',
  parameters: tensors('x', 'lo', 'hi'),
  value: (x, lo, hi) => Math.min(Math.max(x, lo), hi),
  partials: [
    (_, x, lo, hi) => (x >= lo && x <= hi ? 1 : 0),
    (_, x, lo, hi) => (x < lo && lo <= hi ? 1 : 0),
    (_, x, lo, hi) => (Math.max(x, lo) > hi ? 1 : 0),
  ],
  slopes: [
    (lay, _, x, lo, hi) => lay.times(lay.call('greater_equal', x, lo), lay.call('less_equal', x, hi)),
    (lay, _, x, lo, hi) => lay.times(lay.call('less', x, lo), lay.call('less_equal', lo, hi)),
    (lay, _, x, lo, hi) => lay.call('greater', lay.call('maximum', x, lo), hi),
  ],
  tensorflow: (tf, inputs) => {
    const [x, lo, hi] = [inputAt(inputs, 0), inputAt(inputs, 1), inputAt(inputs, 2)]
    return withGradient(
      tf,
      [x, lo, hi],
      () => tf.minimum(tf.maximum(x, lo), hi),
      (dy, [x, lo, hi]) => {
        const above = mask(tf, tf.greater(tf.maximum(x, lo), hi))
        const below = tf.mul(mask(tf, tf.less(x, lo)), tf.sub(1, above))
        const inside = tf.sub(tf.sub(1, above), below)
        return [tf.mul(dy, inside), tf.mul(dy, below), tf.mul(dy, above)]
      },
    )
  },
  kink: (x, lo, hi) => Math.min(Math.abs(x - lo), Math.abs(x - hi)),
})
