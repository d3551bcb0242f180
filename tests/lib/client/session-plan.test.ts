import { describe, expect, it } from 'vitest'
import { asId, type CardId } from '@/lib/core/id'
import { day } from '../schedule/history'
import { planOf } from '../schedule/plans'
import { answerAndGrade, onCard, onDone, openDesk, ready } from './desk'

describe('a plan', () => {
  it('gives two buttons where two are wanted, and the terms of the deck to the grade', async () => {
    const { sit, store } = await openDesk(['a'])
    const session = sit({ plan: async () => planOf({ buttons: 'two', retention: 0.85, learning: [] }) })
    await ready(session)
    expect(onCard(session).current.choices, 'no buttons before the answer').toEqual([])
    session.answer({ kind: 'text', text: 'right' })
    expect(onCard(session).current.choices.map(({ grade }) => grade)).toEqual(['again', 'good'])
    await session.grade('good')
    const [event] = await store.history(asId<CardId>('deck/a'))
    expect(event).toMatchObject({ kind: 'grade', terms: '0.85;;10;36500', shift: { fuzz: expect.any(Number) } })
  })

  it('calls a card that is forgotten too often a leech, and lets it be set aside', async () => {
    const { sit, pass } = await openDesk(['a'])
    const plan = async () => planOf({ leechAfter: 3, relearning: [], learning: [] })
    for (const grade of ['easy', 'again', 'again'] as const) {
      const session = sit({ plan })
      await ready(session)
      await answerAndGrade(session, grade)
      expect(onDone(session).leech, 'not yet').toBeNull()
      session.close()
      pass(20 * day)
    }
    const last = sit({ plan })
    await ready(last)
    await answerAndGrade(last, 'again')
    expect(onDone(last).leech).toMatchObject({ card: { id: 'deck/a' }, lapses: 3 })
    last.leechRead()
    expect(onDone(last).leech).toBeNull()
    await last.put(asId<CardId>('deck/a'), 'suspend')
    expect(onDone(last).undoable?.kind).toBe('suspend')
  })

  it('rests on a day off until the learner opens it', async () => {
    const { sit } = await openDesk(['a', 'b'])
    const session = sit({ plan: async () => planOf({}, { weekdays: Array<'none'>(7).fill('none') }) })
    await ready(session)
    expect(onDone(session).summary).toMatchObject({ dayOff: true })
    session.openDay()
    await ready(session)
    expect(onCard(session).counts.new).toBe(2)
  })

  it('explains a card: curve, outcomes and history, also of what was shifted', async () => {
    const { sit, pass } = await openDesk(['a', 'b'])
    const session = sit()
    await ready(session)
    await answerAndGrade(session, 'easy')
    pass(3 * day)
    const told = await session.explain(asId<CardId>('deck/a'))
    expect(told?.history.map(({ kind, grade }) => [kind, grade])).toEqual([['grade', 'easy']])
    expect(told?.outcomes.map(({ grade }) => grade)).toEqual(['again', 'hard', 'good', 'easy'])
    expect(told?.curve[0], 'from the last review').toEqual({ day: 0, recall: 1 })
    expect(told?.lastShift, 'as it was stored').not.toBeNull()
    expect(told).toMatchObject({ retention: 0.9, algorithm: 'fsrs-6', parameters: 'default' })
    expect(await session.explain(asId<CardId>('deck/none')), 'a card that is not here').toBeNull()
  })
})
