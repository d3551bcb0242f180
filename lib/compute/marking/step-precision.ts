import type { Precision } from './precision'
import { isWhole } from './precision'

const significant = 4
/** Below a millionth nobody counts zeros by hand. */
const mostDecimals = 6

const writtenExactly = (x: number, decimals: number): boolean =>
  Math.abs(x - Number(x.toFixed(decimals))) <= 1e-9 * Math.max(1, Math.abs(x))

/**
 * How closely an intermediate step is to be entered: as many decimals as give its largest cell 4 significant digits, fewer
 * where fewer write every cell exactly.
 */
export const stepPrecision = (cells: readonly number[]): Precision => {
  const exact = { tolerance: { abs: 0, rel: 1e-9 }, probability: false }
  if (cells.every(isWhole)) return { ...exact, precision: { kind: 'integer' } }
  const largest = Math.max(...cells.map(Math.abs))
  const most = Math.min(mostDecimals, Math.max(0, significant - 1 - Math.floor(Math.log10(largest))))
  const enough = Array.from({ length: most }, (_, decimals) => decimals).find((decimals) =>
    cells.every((x) => writtenExactly(x, decimals)),
  )
  return { ...exact, precision: { kind: 'decimals', decimals: enough ?? most } }
}
