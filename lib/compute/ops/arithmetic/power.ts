import { withGradient } from '../custom-gradient'
import { elementwise, tensors, two } from '../elementwise'

/**
 * 0 ^ 0 is 1 and its gradient by the base 0. By the exponent the gradient is y ln(base), taken as 0 for a base that is not
 * positive, where the power is defined at single exponents only.
 */
export const power = elementwise({
  name: 'power',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a ** b,
  partials: [(_, a, b) => (b === 0 ? 0 : b * a ** (b - 1)), (y, a) => (a > 0 ? y * Math.log(a) : 0)],
  slopes: [
    (lay, _, a, b) => {
      const safe = lay.call('where', lay.call('equal', b, lay.number(0)), lay.number(1), b)
      return lay.times(b, lay.call('power', a, lay.minus(safe, lay.number(1))))
    },
    (lay, y, a) => {
      const positive = lay.call('greater', a, lay.number(0))
      return lay.times(lay.times(y, positive), lay.call('log', lay.call('where', positive, a, lay.number(1))))
    },
  ],
  tensorflow: two((tf, a, b) =>
    withGradient(
      tf,
      [a, b],
      () => tf.pow(a, b),
      (dy, [a, b], y) => {
        // An exponent of 0 would give 0 times infinity at a base of 0: there the power is read at exponent 1 instead.
        const safe = tf.where(tf.equal(b, 0), tf.onesLike(b), b)
        const byBase = tf.mul(b, tf.pow(a, tf.sub(safe, 1)))
        const positive = tf.greater(a, 0)
        const byExponent = tf.mul(
          tf.mul(y, tf.log(tf.where(positive, a, tf.onesLike(a)))),
          tf.cast(positive, 'float32'),
        )
        return [tf.mul(dy, byBase), tf.mul(dy, byExponent)]
      },
    ),
  ),
})
