import { describe, expect, it } from 'vitest'
import { stepPrecision } from '@/lib/compute/marking/step-precision'

const wanted = (cells: readonly number[]) => stepPrecision(cells).precision

describe('the precision of an intermediate step', () => {
  it.each<[string, readonly number[], object]>([
    ['whole numbers are entered exactly', [3, -2, 0], { kind: 'integer' }],
    ['four significant digits of the largest cell', [0.123456, 0.01], { kind: 'decimals', decimals: 4 }],
    ['fewer decimals for larger numbers', [123.456], { kind: 'decimals', decimals: 1 }],
    ['no more decimals than write every cell exactly', [1.5, 2.25], { kind: 'decimals', decimals: 2 }],
    ['no decimals where the digits are used up', [12345.6], { kind: 'decimals', decimals: 0 }],
    ['at most six decimals', [0.0000123], { kind: 'decimals', decimals: 6 }],
    ['noise of float64 asks for nothing', [0.1 + 0.2], { kind: 'decimals', decimals: 1 }],
  ])('%s', (_, cells, precision) => {
    expect(wanted(cells)).toEqual(precision)
  })
})
