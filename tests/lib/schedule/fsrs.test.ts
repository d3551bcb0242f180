import { describe, expect, it } from 'vitest'
import { asId, type CardId } from '@/lib/core/id'
import { defaultParameters, makeScheduler } from '@/lib/schedule/fsrs'
import { defaultTerms } from '@/lib/schedule/terms'

const cardId = asId<CardId>('deck/card')
const scheduler = makeScheduler(defaultParameters)

describe('FSRS', () => {
  it('starts a new card with the short steps of 1 and 10 minutes, or days when it was easy', () => {
    const first = (grade: 'again' | 'hard' | 'good' | 'easy') =>
      scheduler.grade({ kind: 'new' }, { cardId, reps: 0, today: 20000, at: 1000 }, grade)
    const wait = (grade: 'again' | 'hard' | 'good') => {
      const memory = first(grade)
      return memory.kind === 'learning' ? (memory.dueAt - memory.lastAt) / 60_000 : null
    }
    expect([wait('again'), wait('hard'), wait('good')], 'minutes').toEqual([1, 6, 10])
    expect(first('easy'), 'leaves its steps').toMatchObject({ kind: 'review', lastDay: 20000 })
  })

  it('gives the first stabilities and difficulties of FSRS-6', () => {
    const easy = scheduler.grade({ kind: 'new' }, { cardId, reps: 0, today: 0, at: 0 }, 'easy')
    expect(easy, 'S0 and D0 of easy').toMatchObject({ stability: 8.2956, difficulty: 1 })
  })

  it('gives a forgotten card a 10 minute step', () => {
    const memory = scheduler.grade(
      { kind: 'review', stability: 20, difficulty: 5, lastAt: 0, lastDay: 100, intervalDays: 20, dueDay: 120 },
      { cardId, reps: 5, today: 121, at: 5000 },
      'again',
    )
    expect(memory, 'relearning').toMatchObject({ kind: 'relearning', dueAt: 605_000, lastDay: 121 })
  })

  it('puts recall at 90 % after as many days as the stability says, and at 1 on the same study day', () => {
    const learned = { stability: 12, difficulty: 5, lastAt: 0, lastDay: 100 }
    expect(scheduler.retrievability(learned, 112), 'after 12 days').toBeCloseTo(0.9, 6)
    expect(scheduler.retrievability(learned, 100), 'same day').toBe(1)
    expect(scheduler.retrievability(learned, 99), 'before').toBe(1)
  })

  it('refuses parameters the library would replace in silence', () => {
    expect(() => makeScheduler({ ...defaultParameters, weights: [1, 2, 3] })).toThrow('21 weights')
    expect(() => makeScheduler({ ...defaultParameters, weights: Array(21).fill(Number.NaN) })).toThrow('NaN')
    expect(() => makeScheduler(defaultParameters, { ...defaultTerms, retention: 0 })).toThrow('0.7..0.99')
  })

  it('spreads the same interval over days by card, and alike every time', () => {
    const at = (name: string) =>
      scheduler.grade(
        { kind: 'review', stability: 60, difficulty: 5, lastAt: 0, lastDay: 100, intervalDays: 60, dueDay: 160 },
        { cardId: asId<CardId>(name), reps: 5, today: 160, at: 0 },
        'good',
      )
    const days = Array.from({ length: 30 }, (_, i) => at(`deck/${i}`)).map((m) => (m.kind === 'review' ? m.dueDay : 0))
    expect(new Set(days).size, 'different cards, different days').toBeGreaterThan(3)
    expect(at('deck/1'), 'the same card, the same day').toEqual(at('deck/1'))
  })
})
