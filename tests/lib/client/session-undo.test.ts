import { describe, expect, it } from 'vitest'
import { asId, type CardId, type DeviceId } from '@/lib/core/id'
import { day, gradeEvent, start } from '../schedule/history'
import { answerAndGrade, onCard, onDone, openDesk, questionOf, ready, wordOf } from './desk'

describe('undo', () => {
  it('shows the same numbers with the same answer also after a reload, however often', async () => {
    const { sit } = await openDesk(['a', 'b'])
    const first = sit()
    await ready(first)
    const question = questionOf(first)
    await answerAndGrade(first, 'easy')
    for (const round of [1, 2]) {
      const again = sit()
      await ready(again)
      await again.undo()
      expect(questionOf(again), `the same numbers, round ${round}`).toBe(question)
      expect(onCard(again).current.phase, 'the same answer').toMatchObject({
        kind: 'answered',
        answer: { text: 'right' },
      })
      await again.grade('good')
      await again.undo()
      expect(questionOf(again), 'once more').toBe(question)
      await again.grade('good')
      again.close()
    }
  })

  it('restores the state, and shows the same numbers with the same answer', async () => {
    const { sit, store } = await openDesk()
    const session = sit()
    await ready(session)
    const question = questionOf(session)
    await answerAndGrade(session, 'easy')
    await session.undo()
    expect([wordOf(session), questionOf(session)], 'same card, same numbers').toEqual(['a', question])
    expect(onCard(session).current.phase, 'ready to be graded anew').toMatchObject({
      kind: 'answered',
      answer: { text: 'right' },
    })
    expect((await store.states()).get(asId<CardId>('deck/a'))).toMatchObject({ memory: { kind: 'new' }, reps: 0 })
    await session.grade('hard')
    await session.undo()
    expect(questionOf(session), 'a second time too').toBe(question)
  })

  it('goes back through the whole day, also after a reload, and no further', async () => {
    const { sit, pass } = await openDesk()
    const first = sit()
    await ready(first)
    await answerAndGrade(first, 'easy')
    await answerAndGrade(first, 'easy')
    await first.suspend()
    first.close()
    const second = sit()
    await ready(second)
    expect(onDone(second).undoable?.kind).toBe('suspend')
    await second.undo()
    await second.undo()
    await second.undo()
    expect([wordOf(second), onCard(second).undoable]).toEqual(['a', null])
    await second.undo()
    expect(onCard(second).counts.new, 'all three are new again').toBe(3)
    await answerAndGrade(second, 'easy')
    pass(day)
    const tomorrow = sit()
    await ready(tomorrow)
    expect(onCard(tomorrow).undoable, "yesterday's reviews stay").toBeNull()
  })

  it('takes back only what this device did', async () => {
    const { sit, store } = await openDesk()
    await store.append([
      gradeEvent({ cardId: asId<CardId>('deck/a'), deviceId: asId<DeviceId>('phone'), at: start - 1 }),
    ])
    const session = sit()
    await ready(session)
    expect(onCard(session).undoable).toBeNull()
  })
})
