import { describe, expect, it } from 'vitest'
import { answersOf } from '@/lib/classes/answer'
import { asId, type EventId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { gradeEvent, noon } from '../../support/events'

const day = 86_400_000
const graded = (id: string, at: number, changes: object = {}): ReviewEvent =>
  ({ ...gradeEvent({ id, at, cardId: 'losses/hinge' }), ...changes }) as ReviewEvent

describe('answers of a student', () => {
  it('tell the first answer from later ones, and memory from what was seen the same day', () => {
    const answers = answersOf([graded('a', noon), graded('b', noon + 60_000), graded('c', noon + day)])
    expect(answers.map(({ first, recall }) => ({ first, recall }))).toEqual([
      { first: true, recall: false },
      { first: false, recall: false },
      { first: false, recall: true },
    ])
  })

  it('leave out what was taken back', () => {
    const undo = { ...gradeEvent({ id: 'u', at: noon + 1 }), kind: 'undo', target: asId<EventId>('a') } as ReviewEvent
    expect(answersOf([graded('a', noon), undo])).toEqual([])
  })

  it('believe the verdict where there is one, and the student where there is none', () => {
    const rights = answersOf([
      graded('a', noon, { verdict: 'wrong', grade: 'good' }),
      graded('b', noon + 1, { verdict: 'ungraded', grade: 'again' }),
      graded('c', noon + 2, { verdict: 'ungraded', grade: 'hard' }),
      graded('d', noon + 3, { verdict: 'right', grade: 'again' }),
    ]).map(({ right }) => right)
    expect(rights).toEqual([false, false, true, true])
  })

  it('know a variant by its numbers, whoever had it, and cards without numbers have none', () => {
    const variantOf = (given: unknown) => answersOf([graded('a', noon, { given })])[0]?.variant
    expect(variantOf({ x: [1, 2], w: 3 })).toEqual({ key: expect.any(String), label: 'x = [1, 2], w = 3' })
    expect(variantOf({ x: [1, 2], w: 3 })?.key).toBe(variantOf({ x: [1, 2], w: 3 })?.key)
    expect(variantOf({ x: [1, 2], w: 4 })?.key).not.toBe(variantOf({ x: [1, 2], w: 3 })?.key)
    expect(variantOf(null)).toBeNull()
    expect(variantOf({ x: Array(100).fill(7) })?.label).toHaveLength(80)
  })
})
