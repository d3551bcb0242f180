import type { Tf, TfTensor } from '../tf'

/** Ones where row and column agree, zeros elsewhere, row-major. */
export const identityData = (rows: number, columns: number): number[] =>
  Array.from({ length: rows * columns }, (_, k) => (Math.floor(k / columns) === k % columns ? 1 : 0))

export const identity = (tf: Tf, rows: number, columns = rows): TfTensor =>
  tf.tensor(identityData(rows, columns), [rows, columns], 'float32')
