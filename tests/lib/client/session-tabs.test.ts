import { describe, expect, it } from 'vitest'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { intervalOf } from '@/lib/schedule/label'
import { day, gradeEvent, hour, start } from '../schedule/history'
import { answerAndGrade, onCard, openDesk, ready, until, wordOf } from './desk'

describe('time', () => {
  it('gives a grade the day its buttons were made for, when the day rolls over in between', async () => {
    const { sit, store, pass } = await openDesk()
    // 03:59:50 in Shanghai.
    pass(11 * hour - 10_000 - hour)
    const session = sit()
    await ready(session)
    session.answer({ kind: 'text', text: 'right' })
    const shown = onCard(session).current.choices.find((choice) => choice.grade === 'easy')?.interval
    pass(60_000)
    await session.grade('easy')
    const state = (await store.states()).get(asId<CardId>('deck/a'))
    expect(state && intervalOf(state.memory)).toEqual(shown)
    expect(state?.memory.kind === 'review' && state.memory.lastDay).toBe(Math.floor((start + 4 * hour) / day))
  })

  it('keeps its promise when the clock was set back five minutes', async () => {
    const { sit, store, pass } = await openDesk(['a'])
    const session = sit()
    await ready(session)
    await answerAndGrade(session, 'good')
    pass(-5 * 60_000)
    session.close()
    const later = sit()
    await ready(later)
    later.answer({ kind: 'text', text: 'right' })
    const shown = onCard(later).current.choices.find((choice) => choice.grade === 'good')?.interval
    await later.grade('good')
    const state = (await store.states()).get(asId<CardId>('deck/a'))
    expect(state && intervalOf(state.memory)).toEqual(shown)
  })
})

describe('two tabs', () => {
  it('lets the stale tab move on when its card was graded in the other', async () => {
    const { sit, store, changes } = await openDesk()
    const mine = sit()
    await ready(mine)
    expect(wordOf(mine)).toBe('a')
    await store.append([
      gradeEvent({ id: asId<EventId>('other'), cardId: asId<CardId>('deck/a'), grade: 'easy', at: start + 1 }),
    ])
    const moved = until(mine, (session) => wordOf(session) === 'b')
    changes.publish()
    await moved
    expect(onCard(mine).counts.new).toBe(2)
  })

  it('leaves the card alone when another one changed, and counts anew', async () => {
    const { sit, store, changes } = await openDesk()
    const mine = sit()
    await ready(mine)
    const { eventId } = onCard(mine).current
    await store.append([
      gradeEvent({ id: asId<EventId>('other'), cardId: asId<CardId>('deck/b'), grade: 'easy', at: start + 1 }),
    ])
    const counted = until(mine, (session) => onCard(session).counts.new === 2)
    changes.publish()
    await counted
    expect(onCard(mine).current.eventId).toBe(eventId)
  })

  it('folds both events when the same card is graded in both before either knows', async () => {
    const { sit, store } = await openDesk(['a'])
    const deaf = { publish: () => undefined, subscribe: () => () => undefined, close: () => undefined }
    const one = sit({ changes: deaf })
    const two = sit({ changes: deaf })
    await Promise.all([ready(one), ready(two)])
    await Promise.all([answerAndGrade(one, 'good'), answerAndGrade(two, 'good')])
    expect((await store.states()).get(asId<CardId>('deck/a'))?.reps).toBe(2)
  })
})
