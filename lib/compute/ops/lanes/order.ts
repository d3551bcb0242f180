import { mask, withoutGradient } from '../custom-gradient'
import type { Tf, TfTensor } from '../tf'
import { countingRow } from './extremes'

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
    const mine = tf.reshape(lanes, [m, n, 1])
    const other = tf.reshape(lanes, [m, 1, n])
    const position = countingRow(tf, n)
    const earlier = mask(tf, tf.less(tf.reshape(position, [1, 1, n]), tf.reshape(position, [1, n, 1])))
    const before = tf.add(mask(tf, tf.less(other, mine)), tf.mul(mask(tf, tf.equal(other, mine)), earlier))
    const rank = tf.sum(before, 2, true)
    return mask(tf, tf.equal(rank, tf.reshape(position, [1, 1, n])))
  })

/** Each row multiplied by its own matrix. */
export const rowsTimes = (tf: Tf, rows: TfTensor, matrices: TfTensor): TfTensor => {
  const [m, n] = [rows.shape[0] ?? 1, rows.shape[1] ?? 1]
  return tf.reshape(tf.matMul(tf.reshape(rows, [m, 1, n]), matrices), [m, n])
}
