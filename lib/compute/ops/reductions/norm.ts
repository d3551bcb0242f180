import { withGradient } from '../custom-gradient'
import type { Lay } from '../lay'
import { reduction } from './reduction'
import { total } from './sum'

/** 1 in place of 0. */
export const nonZero = (lay: Lay, x: number): number =>
  lay.call('where', lay.call('equal', x, lay.number(0)), lay.number(1), x)

/** L2 norm, Frobenius for a matrix; its derivative at 0 is 0, where TensorFlow.js says NaN. */
export const norm = reduction({
  name: 'norm',
  value: (values) => Math.sqrt(total(values.map((value) => value * value))),
  partials: (values, output) => values.map((value) => (output === 0 ? 0 : value / output)),
  slope: (lay, x, output) => lay.over(x, nonZero(lay, output)),
  tensorflow: (tf, lanes) =>
    withGradient(
      tf,
      [lanes],
      () => tf.sqrt(tf.sum(tf.square(lanes), 1, true)),
      (dy, [rows], output) => {
        const divisor = tf.where(tf.equal(output, 0), tf.onesLike(output), output)
        return [tf.mul(dy, tf.div(rows, divisor))]
      },
    ),
  kink: (values) => Math.sqrt(total(values.map((value) => value * value))),
})
