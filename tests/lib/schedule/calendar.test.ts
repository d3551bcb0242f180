import { describe, expect, it } from 'vitest'
import { asId, type CardId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { countDue } from '@/lib/schedule/calendar'
import { type CardState, newCardState } from '@/lib/schedule/card-state'

const id = (n: number) => asId<CardId>(`deck/${n}`)

const stateOf = (n: number, dueDay: number | null, suspended = false): CardState => {
  const blank = { ...newCardState(id(n)), suspended }
  if (dueDay === null) return blank
  const learned = { stability: 5, difficulty: 5, lastAt: 0, lastDay: 0 }
  return { ...blank, memory: { kind: 'review', ...learned, intervalDays: 5, dueDay } }
}

describe('the days on which cards are due', () => {
  it('are after every change what counting them anew gives', () => {
    const rng = makeRng('due days')
    const states = new Map(Array.from({ length: 30 }, (_, n) => [id(n), stateOf(n, rng.integer(0, 9))]))
    const days = countDue(states)
    for (let step = 0; step < 300; step++) {
      const n = rng.integer(0, 40)
      const after = stateOf(n, rng.integer(0, 3) === 0 ? null : rng.integer(0, 9), rng.integer(0, 4) === 0)
      days.changed(states.get(id(n)), after)
      states.set(id(n), after)
      const anew = countDue(states)
      for (let day = 0; day < 10; day++)
        expect(days.counts.get(day) ?? 0, `day ${day}, step ${step}`).toBe(anew.counts.get(day) ?? 0)
      expect(days.of(id(n))).toBe(anew.of(id(n)))
    }
  })
})
