import { firstLargestMask } from '../lanes/extremes'
import { DomainError } from '../op'
import type { Tf, TfTensor } from '../tf'
import { identity } from './identity'

/** A pivot this small beside the matrix's largest entry is rounding noise: the matrix is singular. */
const singularBelow = 1e-13

/** Solves a n x n system for m right-hand columns at once, in float64 with partial pivoting; row-major data. */
export const solveColumns = (op: string, a: Float64Array, b: Float64Array, n: number, m: number): Float64Array => {
  const rows = Array.from({ length: n }, (_, i) =>
    Float64Array.of(...a.subarray(i * n, (i + 1) * n), ...b.subarray(i * m, (i + 1) * m)),
  )
  const scale = a.reduce((top, value) => Math.max(top, Math.abs(value)), 0)
  const entry = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let k = 0; k < n; k++) {
    let best = k
    for (let i = k + 1; i < n; i++) if (Math.abs(entry(i, k)) > Math.abs(entry(best, k))) best = i
    const pivotRow = rows[best]
    const oldRow = rows[k]
    if (pivotRow === undefined || oldRow === undefined || !(Math.abs(entry(best, k)) > singularBelow * scale))
      throw new DomainError(`${op} met a singular matrix.`, 'Give a matrix whose rows are linearly independent.')
    rows[best] = oldRow
    const pivot = pivotRow[k] ?? 1
    const normalised = pivotRow.map((value) => value / pivot)
    rows[k] = normalised
    for (let i = 0; i < n; i++) {
      const row = rows[i]
      const factor = entry(i, k)
      if (i === k || row === undefined || factor === 0) continue
      for (let j = k; j < n + m; j++) row[j] = (row[j] ?? 0) - factor * (normalised[j] ?? 0)
    }
  }
  return Float64Array.from({ length: n * m }, (_, k) => entry(Math.floor(k / m), n + (k % m)))
}

/**
 * The same from TensorFlow.js operations: the pivot of each column is the largest entry at or below the diagonal, picked
 * by a one-hot row, so that nothing has to be read back on the way.
 */
export const solveOnDevice = (tf: Tf, a: TfTensor, b: TfTensor): TfTensor => {
  const [n, m] = [a.shape[0] ?? 1, b.shape[1] ?? 1]
  const units = identity(tf, n)
  let rows = tf.concat([a, b], 1)
  for (let k = 0; k < n; k++) {
    const column = tf.reshape(tf.slice(rows, [0, k], [n, 1]), [1, n])
    const unit = tf.slice(units, [k, 0], [1, n])
    const done = tf.tensor(
      Array.from({ length: n }, (_, i) => (i < k ? 1 : 0)),
      [1, n],
      'float32',
    )
    const candidates = tf.sub(tf.mul(tf.abs(column), tf.sub(1, done)), done)
    const chosen = firstLargestMask(tf, candidates)
    const pivotRow = tf.matMul(chosen, rows)
    const oldRow = tf.slice(rows, [k, 0], [1, n + m])
    const swap = tf.sub(unit, chosen)
    const swapped = tf.add(rows, tf.matMul(tf.transpose(swap), tf.sub(pivotRow, oldRow)))
    const normalised = tf.div(pivotRow, tf.slice(pivotRow, [0, k], [1, 1]))
    const factors = tf.sub(tf.slice(swapped, [0, k], [n, 1]), tf.transpose(unit))
    rows = tf.sub(swapped, tf.mul(factors, normalised))
  }
  return tf.slice(rows, [0, n], [n, m])
}

/** One step of iterative refinement with the float32 residual takes back most of what elimination lost. */
export const solveRefined = (tf: Tf, a: TfTensor, b: TfTensor): TfTensor => {
  const first = solveOnDevice(tf, a, b)
  return tf.add(first, solveOnDevice(tf, a, tf.sub(b, tf.matMul(a, first))))
}
