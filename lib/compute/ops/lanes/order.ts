import { mask, withoutGradient } from '../custom-gradient'
import type { Tf, TfTensor } from '../tf'
import { countingRow } from './extremes'
import { meeting } from './pairs'

/** Indices that sort ascending; equals keep their order. */
export const ascendingOrder = (values: Float64Array): Int32Array =>
  Int32Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0) || a - b)

/**
 * For each row the matrix P with P[i, k] = 1 where element i is the k-th smallest. Ranks are counted from all pairs:
 * TensorFlow.js's topk has no gradient, and its WebGL kernel hands small inputs to the CPU.
 */
export const sortingMatrices = (tf: Tf, lanes: TfTensor): TfTensor =>
  withoutGradient(tf, [lanes], () => {
    const [m, n] = [lanes.shape[0] ?? 1, lanes.shape[1] ?? 1]
    const position = tf.add(tf.zeros([m, 1, n]), tf.reshape(countingRow(tf, n), [1, 1, n]))
    const [mine, other] = meeting(tf, tf.reshape(lanes, [m, n, 1]), tf.reshape(lanes, [m, 1, n]))
    const [here, there] = meeting(tf, tf.reshape(position, [m, n, 1]), position)
    const tied = tf.mul(mask(tf, tf.equal(other, mine)), mask(tf, tf.less(there, here)))
    const rank = tf.sum(tf.add(mask(tf, tf.less(other, mine)), tied), 2, true)
    const [wanted, place] = meeting(tf, rank, position)
    return mask(tf, tf.equal(wanted, place))
  })

/** Each row multiplied by its own matrix. */
export const rowsTimes = (tf: Tf, rows: TfTensor, matrices: TfTensor): TfTensor => {
  const [m, n] = [rows.shape[0] ?? 1, rows.shape[1] ?? 1]
  return tf.reshape(tf.matMul(tf.reshape(rows, [m, 1, n]), matrices), [m, n])
}
