import { mask } from '../custom-gradient'
import type { Tf, TfTensor } from '../tf'

/** 0, 1, 2, ... as one row. */
export const countingRow = (tf: Tf, n: number): TfTensor =>
  tf.tensor(
    Array.from({ length: n }, (_, i) => i),
    [1, n],
    'float32',
  )

/**
 * Index of each row's first largest element, a column. TensorFlow.js's own argMax breaks ties differently on WebGL, so
 * the smallest index among the largest is taken.
 */
export const firstLargest = (tf: Tf, rows: TfTensor): TfTensor => {
  const n = rows.shape[1] ?? 1
  const isLargest = tf.equal(rows, tf.max(rows, 1, true))
  const index = tf.add(tf.zerosLike(rows), countingRow(tf, n))
  return tf.min(tf.where(isLargest, index, tf.fill([...rows.shape], n)), 1, true)
}

/** 1 at each row's first largest element, 0 elsewhere. */
export const firstLargestMask = (tf: Tf, rows: TfTensor): TfTensor =>
  mask(tf, tf.equal(countingRow(tf, rows.shape[1] ?? 1), firstLargest(tf, rows)))
