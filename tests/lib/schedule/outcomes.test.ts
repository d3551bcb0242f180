import { describe, expect, it } from 'vitest'
import { grades } from '@/lib/core/grade'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { intervalLabel, intervalOf } from '@/lib/schedule/label'
import { outcomes } from '@/lib/schedule/outcomes'
import { apply, foldCard } from '@/lib/schedule/replay'
import { day, gradeEvent, start } from './history'

describe('the four outcomes', () => {
  it('are what is stored, for 1,000 random answers with fuzz, seconds after the label was shown', () => {
    const rng = makeRng('labels')
    let answers = 0
    for (let c = 0; answers < 1000; c++) {
      const cardId = asId<CardId>(`deck/card-${c}`)
      let state: CardState = newCardState(cardId)
      let at = start
      const events: ReviewEvent[] = []
      for (let i = 0; i < 10; i++, answers++) {
        const shown = outcomes(state, { at, zoneOffset: 480, dayStartsAt: 4 })
        const grade = grades[rng.integer(0, 3)] ?? 'good'
        const event = gradeEvent({ id: asId<EventId>(`e${c}-${i}`), cardId, at: at + 3500, zoneOffset: 480, grade })
        const stored = apply(state, event)
        events.push(event)
        if (!stored) throw new Error('apply asked for a replay')
        const promised = shown.find((one) => one.grade === grade)
        expect(intervalOf(stored.memory), `card ${c}, answer ${i}, ${grade}`).toEqual(promised?.interval)
        state = stored
        at += rng.integer(0, 3) === 0 ? 12 * 60_000 : rng.integer(1, 40) * day
      }
      expect(foldCard(cardId, events), `card ${c}: a replay stores the same`).toEqual(state)
    }
  })

  it('never offer a shorter wait for a better grade once the card is learned', () => {
    for (let i = 0; i < 200; i++) {
      const cardId = asId<CardId>(`deck/card-${i}`)
      const learned = foldCard(cardId, [gradeEvent({ cardId, grade: 'easy' })])
      const days = outcomes(learned, { at: start + (3 + (i % 30)) * day, zoneOffset: 0, dayStartsAt: 4 }).map((one) =>
        one.interval.kind === 'days' ? one.interval.days : 0,
      )
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
