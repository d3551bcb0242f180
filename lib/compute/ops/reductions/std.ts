import { withGradient } from '../custom-gradient'
import { average } from './mean'
import { nonZero } from './norm'
import { reduction } from './reduction'
import { centred, centredShare, spread } from './var'

/** The root of `var`. Like a norm, its derivative is 0 where all elements are equal. */
export const std = reduction({
  name: 'std',
  value: (values) => Math.sqrt(spread(values)),
  partials: (values, output) => {
    const centre = average(values)
    return values.map((value) => (output === 0 ? 0 : (value - centre) / (values.length * output)))
  },
  slope: (lay, x, output, axes) => lay.over(centredShare(lay, x, axes), nonZero(lay, output)),
  tensorflow: (tf, lanes) =>
    withGradient(
      tf,
      [lanes],
      () => tf.sqrt(tf.mean(tf.square(centred(tf, lanes)), 1, true)),
      (dy, [rows], output) => {
        const divisor = tf.where(tf.equal(output, 0), tf.onesLike(output), output)
        return [tf.mul(dy, tf.div(centred(tf, rows), tf.mul(divisor, rows.shape[1] ?? 1)))]
      },
    ),
  kink: (values) => (values.length === 1 ? Infinity : Math.sqrt(spread(values))),
})
