import { describe, expect, it } from 'vitest'
import { type AnswerEvent, answersOf, variantLabel } from '@/lib/classes/answer'
import { noon } from '../../support/events'

const day = 86_400_000
const graded = (id: string, at: number, changes: Partial<AnswerEvent> = {}): AnswerEvent => ({
  id,
  cardId: 'losses/hinge',
  kind: 'grade',
  at,
  zoneOffset: 0,
  dayStartsAt: 4,
  grade: 'good',
  verdict: 'right',
  durationMs: 4000,
  mistake: null,
  given: null,
  target: null,
  ...changes,
})
const undo = (id: string, at: number, target: string) => graded(id, at, { kind: 'undo', target })

describe('answers of a student', () => {
  it('tell the first answer from later ones, and memory from what was seen the same day, whatever order they come in', () => {
    const answers = answersOf([graded('c', noon + day), graded('a', noon), graded('b', noon + 60_000)])
    expect(answers.map(({ first, recall }) => ({ first, recall }))).toEqual([
      { first: true, recall: false },
      { first: false, recall: false },
      { first: false, recall: true },
    ])
  })

  it('leave out what was taken back, and keep what an undone undo gives back', () => {
    expect(answersOf([graded('a', noon), undo('u', noon + 1, 'a')])).toEqual([])
    expect(answersOf([graded('a', noon), undo('u', noon + 1, 'a'), undo('v', noon + 2, 'u')])).toHaveLength(1)
    expect(answersOf([undo('u', noon, 'v'), undo('v', noon, 'u')]), 'a circle').toEqual([])
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

  it('know a variant by its numbers, and cards without numbers have none', () => {
    const variantOf = (given: string | null) => answersOf([graded('a', noon, { given })])[0]?.variant
    expect(variantOf('{"x":1}')).toBe('{"x":1}')
    expect([variantOf(null), variantOf('null')]).toEqual([null, null])
  })
})

it('a variant is told by its numbers in short', () => {
  expect(variantLabel('{"x":[1,2],"w":3}')).toBe('x = [1, 2], w = 3')
  expect(variantLabel('{"S":{"shape":[2],"data":[1,2]}}')).toBe('S = [1, 2]')
  expect(variantLabel(`{"x":[${Array(100).fill(7).join()}]}`)).toHaveLength(80)
  expect(variantLabel('x = 3'), 'what a device sent as a text').toBe('x = 3')
})
