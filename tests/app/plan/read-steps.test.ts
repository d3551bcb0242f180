import { describe, expect, it } from 'vitest'
import { dayOfDate, noonOf } from '@/app/_ui/plan/dates'
import { readSteps, writeSteps } from '@/app/_ui/plan/read-steps'

describe('steps as people write them', () => {
  it('are read in minutes and hours, with any separator', () => {
    expect(readSteps('1m 10m 2h')).toEqual([1, 10, 120])
    expect(readSteps(' 5, 25 ')).toEqual([5, 25])
    expect(readSteps('１０ｍ　１ｈ')).toEqual([10, 60])
    expect(readSteps('1m、10m')).toEqual([1, 10])
    expect(readSteps(''), 'none').toEqual([])
    expect(writeSteps([1, 10, 120])).toBe('1m 10m 2h')
  })

  it.each(['soon', '0m', '13h', '1d', '1 2 3 4 5 6 7'])('are refused in %j', (text) =>
    expect(readSteps(text)).toBeNull(),
  )
})

describe('a date in a date field', () => {
  it('is a study day and back', () => {
    expect(dayOfDate('')).toBeNull()
    const day = dayOfDate('2026-12-24')
    expect(day === null ? '' : noonOf(day).toISOString()).toBe('2026-12-24T12:00:00.000Z')
  })
})
