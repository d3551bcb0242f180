import { describe, expect, it } from 'vitest'
import { writeStep } from '@/lib/compute/marking/write-number'

describe('an intermediate number', () => {
  it.each([
    [0.123456, '0.1235'],
    [12.3456, '12.35'],
    [999.94, '999.9'],
    [1234.56, '1235'],
    [73728, '73728'],
    [-73728.4, '-73728'],
    [138357544, '138357544'],
    [0.1 + 0.2, '0.3'],
    [-1e-20, '-1e-20'],
    [-0, '0'],
    [1.23456e12, '1235000000000'],
  ])('%d is written %s: 4 significant digits, and none before the point is lost', (value, text) => {
    expect(writeStep(value)).toBe(text)
  })
})
