import { describe, expect, it } from 'vitest'
import { accepts } from '@/lib/compute/marking/precision'
import { stepPrecision } from '@/lib/compute/marking/step-precision'

describe('the precision of an intermediate step', () => {
  it.each<[string, readonly number[], object]>([
    ['whole numbers are entered exactly', [3, -2, 0], { kind: 'integer' }],
    ['four significant digits of the largest cell', [1.23456, 0.01], { kind: 'decimals', decimals: 3 }],
    ['fewer decimals for larger numbers', [123.456], { kind: 'decimals', decimals: 1 }],
    ['no decimals where the digits are used up', [12345.6], { kind: 'decimals', decimals: 0 }],
    ['at most four decimals', [0.0123456], { kind: 'decimals', decimals: 4 }],
    ['more for small numbers, but at most six', [0.0000123], { kind: 'decimals', decimals: 6 }],
  ])('%s', (_, cells, precision) => {
    expect(stepPrecision(cells).precision).toEqual(precision)
  })

  it('takes a number that needs fewer digits, and no other that rounds to it', () => {
    expect(accepts(stepPrecision([0.1]), 0.1, 0.1)).toBe(true)
    expect(accepts(stepPrecision([0.1]), 0.0952, 0.1)).toBe(false)
    expect(accepts(stepPrecision([0.1 + 0.2]), 0.3, 0.1 + 0.2)).toBe(true)
  })
})
