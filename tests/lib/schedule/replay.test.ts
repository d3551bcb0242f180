import { describe, expect, it } from 'vitest'
import { asId, type CardId, type EventId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { apply, fold, foldCard } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import { divergentHistories } from './convergence-trials'
import { day, gradeEvent, hour, start } from './history'
import { unrestored } from './undo-trials'

const card = asId<CardId>('deck/card')
const id = (text: string) => asId<EventId>(text)
const undo = (target: string, own: string, at: number): ReviewEvent => {
  const { deviceId, cardId, revision, zoneOffset, dayStartsAt } = gradeEvent({})
  return { id: id(own), deviceId, cardId, revision, zoneOffset, dayStartsAt, at, kind: 'undo', target: id(target) }
}

describe('replay', () => {
  it('gives byte-equal states for 300 histories in three orders, with duplicates, whole or one by one', () => {
    expect(divergentHistories(300)).toEqual([])
  })

  it('restores every field when the last deed, whatever it was, is undone, for 300 histories', () => {
    expect(unrestored(300)).toEqual([])
  })

  it('gives the target back when its undo is undone', () => {
    const first = gradeEvent({ id: id('a') })
    const graded = foldCard(card, [first])
    const twice = foldCard(card, [first, undo('a', 'b', start + 1), undo('b', 'c', start + 2)])
    expect(twice.memory, 'undo of undo').toEqual(graded.memory)
    expect(foldCard(card, [first, undo('a', 'b', start + 1)]).memory, 'single undo').toEqual({ kind: 'new' })
  })

  it('takes back an event that arrives after its undo, even when a corrected clock puts the undo first', () => {
    const early = apply(newCardState(card), gradeEvent({ id: id('x'), at: start - day }))
    expect(early?.reps, 'first grade').toBe(1)
    const waiting = foldCard(card, [gradeEvent({ id: id('x'), at: start - day }), undo('late', 'u', start)])
    expect(waiting.awaited, 'the undo waits').toEqual(['late'])
    expect(apply(waiting, gradeEvent({ id: id('late'), at: start + hour })), 'apply asks for a replay').toBeNull()
  })

  it('lets undos in a circle take nothing back', () => {
    const circle = [undo('u2', 'u1', start), undo('u1', 'u2', start + 1), gradeEvent({ id: id('g'), at: start + 2 })]
    expect(fold(circle).get(card)?.reps, 'the grade stands').toBe(1)
  })

  it('never throws when a clock goes backwards or a learner flies west', () => {
    const forth = gradeEvent({ id: id('a'), at: start, zoneOffset: 720, grade: 'easy' })
    const back = gradeEvent({ id: id('b'), at: start + 1000, zoneOffset: -720 })
    const state = foldCard(card, [forth, back])
    expect(state.reps, 'both count').toBe(2)
    expect(state.memory, 'study days never run back').toMatchObject({ lastDay: studyDay(forth) })
  })

  it('hides a buried card until the study day after, and shows it again once graded', () => {
    const base = gradeEvent({ id: id('b') })
    const { kind: _kind, ...frame } = base
    const buried = foldCard(card, [{ ...frame, kind: 'bury' } as ReviewEvent])
    expect(buried.buriedUntil, 'tomorrow').toBe(Math.floor((start - 4 * hour) / day) + 1)
    expect(
      foldCard(card, [{ ...frame, kind: 'bury' } as ReviewEvent, gradeEvent({ id: id('c'), at: start + 1 })])
        .buriedUntil,
    ).toBeNull()
  })

  it('refuses an event of another card', () => {
    expect(() => apply(newCardState(asId<CardId>('deck/other')), gradeEvent({}))).toThrow('belongs to deck/card')
  })
})
