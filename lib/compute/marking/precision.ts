import type { Ask } from '../language/program'

/** How closely an asked number must be met. */
export type Precision = Pick<Ask, 'precision' | 'tolerance' | 'probability'>

const decimalsOf = ({ precision }: Precision): number | null =>
  precision.kind === 'decimals' ? precision.decimals : precision.kind === 'integer' ? 0 : null

/**
 * How far from the key an answer may lie: abs + rel |t| + 0.51 10^-decimals. 0.51 instead of 0.5, so that a key rounded by
 * hand or by any program is never refused for its last bit. A probability is relative to min(|t|, |1 - t|): 0.9995 is no
 * answer where 0.99999 was asked.
 */
export const toleranceOf = (asked: Precision, key: number): number => {
  const decimals = decimalsOf(asked)
  const size = asked.probability ? Math.min(Math.abs(key), Math.abs(1 - key)) : Math.abs(key)
  return asked.tolerance.abs + asked.tolerance.rel * size + (decimals === null ? 0 : 0.51 * 10 ** -decimals)
}

/** Keys are float64 results, so a whole number may arrive as 2.9999999999999996. */
export const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) <= 1e-6

/** Whether a number answers the key: within the tolerance, or exactly where a whole number is asked. */
export const accepts = (asked: Precision, given: number, key: number): boolean =>
  asked.precision.kind === 'integer' && isWhole(key)
    ? given === Math.round(key)
    : Math.abs(given - key) <= (asked.precision.kind === 'integer' ? 0.0051 : toleranceOf(asked, key))

/** What two answers of an ask must differ by so that marking can tell them apart with room for rounding on both sides. */
export const separationOf = (asked: Precision, key: number): number =>
  asked.precision.kind === 'integer' ? 0.5 : 4 * toleranceOf(asked, key)
