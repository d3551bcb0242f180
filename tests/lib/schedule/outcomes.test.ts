import { describe, expect, it } from 'vitest'
import { asId, type CardId } from '@/lib/core/id'
import { intervalLabel } from '@/lib/schedule/label'
import { outcomes } from '@/lib/schedule/outcomes'
import { foldCard } from '@/lib/schedule/replay'
import { defaultScheduler } from '@/lib/schedule/schedulers'
import { day, gradeEvent, start } from './history'
import { brokenLabels } from './label-trials'

describe('the four outcomes', () => {
  it('are what is stored, for 1,000 random answers with fuzz, seconds after the label was shown', () => {
    expect(brokenLabels(1000)).toEqual([])
  })

  it('never offer a shorter wait for a better grade once the card is learned', () => {
    for (let i = 0; i < 200; i++) {
      const cardId = asId<CardId>(`deck/card-${i}`)
      const learned = foldCard(cardId, [gradeEvent({ cardId, grade: 'easy' })])
      const days = outcomes(
        learned,
        { at: start + (3 + (i % 30)) * day, zoneOffset: 0, dayStartsAt: 4 },
        defaultScheduler,
      ).map((one) => (one.interval.kind === 'days' ? one.interval.days : 0))
      expect(
        [...days].sort((a, b) => a - b),
        `card ${i}`,
      ).toEqual(days)
    }
  })
})

describe('an interval label', () => {
  it('is exact up to a month and has one decimal beyond', () => {
    const label = (days: number) => intervalLabel({ kind: 'days', days })
    expect(intervalLabel({ kind: 'minutes', minutes: 10 })).toEqual({ value: 10, unit: 'minutes' })
    expect(intervalLabel({ kind: 'minutes', minutes: 90 })).toEqual({ value: 1.5, unit: 'hours' })
    expect(label(4)).toEqual({ value: 4, unit: 'days' })
    expect(label(70)).toEqual({ value: 2.3, unit: 'months' })
    expect(label(800)).toEqual({ value: 2.2, unit: 'years' })
  })
})
