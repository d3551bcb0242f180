import { withGradient } from '../custom-gradient'
import { reduction } from './reduction'

export const logOfSum = (values: Float64Array): number => {
  const top = values.reduce((a, b) => Math.max(a, b), -Infinity)
  return top + Math.log(values.reduce((sum, value) => sum + Math.exp(value - top), 0))
}

/** ln of the sum of e^x, shifted by the largest so that |x| = 1e4 does no harm. */
export const logsumexp = reduction({
  name: 'logsumexp',
  value: logOfSum,
  partials: (values, output) => values.map((value) => Math.exp(value - output)),
  slope: (lay, x, output) => lay.call('exp', lay.minus(x, output)),
  tensorflow: (tf, lanes) =>
    withGradient(
      tf,
      [lanes],
      () => {
        const top = tf.max(lanes, 1, true)
        return tf.add(top, tf.log(tf.sum(tf.exp(tf.sub(lanes, top)), 1, true)))
      },
      (dy, [rows]) => [tf.mul(dy, tf.softmax(rows))],
    ),
})
