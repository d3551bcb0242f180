import { isWhole, type Precision } from './precision'

const significant = 4
/** Below a millionth nobody counts zeros by hand. */
const mostDecimals = 6
/** As many as the course writes, for all but small numbers. */
const usualDecimals = 4
const small = 0.01

/**
 * How closely an intermediate step is to be entered: whole numbers exactly, others with as many decimals as give the largest
 * cell 4 significant digits. A number that needs fewer digits is held to the same, or 0.0952 would pass for 0.1.
 */
export const stepPrecision = (cells: readonly number[]): Precision => {
  const exact = { tolerance: { abs: 0, rel: 1e-9 }, probability: false }
  if (cells.every(isWhole)) return { ...exact, precision: { kind: 'integer' } }
  const largest = Math.max(...cells.map(Math.abs))
  const most = largest < small ? mostDecimals : usualDecimals
  const decimals = Math.min(most, Math.max(0, significant - 1 - Math.floor(Math.log10(largest))))
  return { ...exact, precision: { kind: 'decimals', decimals } }
}
