import type { Tf, TfTensor } from '../tf'

/** From here on TensorFlow.js's broadcasting on the CPU, which finds every element's place anew, takes seconds. */
const many = 2 ** 14

/**
 * A stack of columns [m, k, 1] and one of rows [m, 1, n] (or a stack of one) as they meet in [m, k, n]: unchanged where
 * broadcasting will do, else repeated by products with ones, which are exact and fast.
 */
export const meeting = (tf: Tf, columns: TfTensor, rows: TfTensor): readonly [TfTensor, TfTensor] => {
  const [m, k, n] = [columns.shape[0] ?? 1, columns.shape[1] ?? 1, rows.shape[2] ?? 1]
  if (m * k * n < many) return [columns, rows]
  const left = tf.matMul(columns, tf.fill([m, 1, n], 1))
  const right = rows.shape[0] === m ? rows : tf.mul(rows, tf.fill([m, 1, 1], 1))
  return [left, tf.matMul(tf.fill([m, k, 1], 1), right)]
}
