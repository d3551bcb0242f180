import { describe, expect, it } from 'vitest'
import { missedEvents, missedOf } from '@/lib/client/exam/missed-cards'
import { asId, type DeviceId } from '@/lib/core/id'
import type { FeedbackQuestion } from '@/lib/exam/protocol/feedback'
import { defaultPlan } from '@/lib/schedule/plan'
import { noon } from '../../../support/events'

const question = (slot: number, right: boolean, card: string | null): FeedbackQuestion => ({
  slot,
  points: right ? 1 : 0,
  of: 1,
  question: { blocks: [], input: { kind: 'reveal' } },
  answer: null,
  verdict: { kind: 'marked', right, score: right ? 1 : 0, cells: [], mistake: null },
  told: [],
  trace: null,
  step: null,
  solution: [],
  card: card === null ? null : { id: card, revision: 'r' },
})
const moment = { at: noon, zoneOffset: 60, dayStartsAt: 4 }
const given = (device: string) => ({ plan: defaultPlan, moment, deviceId: asId<DeviceId>(device) })

describe('missed questions', () => {
  it('are those that did not bring all their points and whose card the student has', () => {
    const questions = [question(0, true, 'd/a'), question(1, false, 'd/b'), question(2, false, null)]
    expect(missedOf(questions)).toEqual([{ slot: 1, id: 'd/b', revision: 'r' }])
  })

  it('become reviews that were not recalled, the same ones however often and wherever they are made', () => {
    const missed = missedOf([question(1, false, 'd/b'), question(4, false, 'd/c')])
    const made = missedEvents(missed, 'attempt-1', given('phone'))
    expect(made).toMatchObject([
      { cardId: 'd/b', kind: 'grade', grade: 'again', verdict: 'wrong', at: noon },
      { cardId: 'd/c', kind: 'grade', grade: 'again' },
    ])
    const ids = made.map(({ id }) => id)
    expect(new Set(ids).size).toBe(2)
    expect(missedEvents(missed, 'attempt-1', given('desk')).map(({ id }) => id)).toEqual(ids)
    expect(missedEvents(missed, 'attempt-2', given('phone')).map(({ id }) => id)).not.toEqual(ids)
  })
})
