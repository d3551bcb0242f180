import { describe, expect, it } from 'vitest'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { markAnswer } from '@/lib/exam/mark-answer'
import type { Answer } from '@/lib/view/input'

const numbers: MarkingKey = {
  kind: 'numbers',
  asks: [
    {
      name: 'dw',
      key: [1.25, -0.5],
      precision: { kind: 'decimals', decimals: 2 },
      tolerance: { abs: 0, rel: 0 },
      probability: false,
    },
  ],
  mistakes: [{ name: 'sign', answers: { dw: [-1.25, 0.5] } }],
}
const typed = (...cells: readonly string[]): Answer => ({ kind: 'numbers', cells: { dw: cells } })

describe('marking an answer of an exam', () => {
  it('gives each cell its share', () => {
    expect(markAnswer(numbers, typed('1.25', '−0.5'))).toEqual({ score: 1, cells: ['right', 'right'], mistake: null })
    expect(markAnswer(numbers, typed('1.254', '0.3'))).toEqual({ score: 0.5, cells: ['right', 'wrong'], mistake: null })
  })

  it('gives nothing for what is empty or cannot be read, and marks the rest', () => {
    expect(markAnswer(numbers, typed('1.25', ''))).toEqual({ score: 0.5, cells: ['right', 'empty'], mistake: null })
    expect(markAnswer(numbers, typed('1.25', 'x'))).toEqual({
      score: 0.5,
      cells: ['right', 'unreadable'],
      mistake: null,
    })
    expect(markAnswer(numbers, null)).toEqual({ score: 0, cells: ['empty', 'empty'], mistake: null })
    expect(markAnswer(numbers, { kind: 'text', text: '1' })).toMatchObject({ score: 0 })
  })

  it('names the known mistake that gives these numbers', () => {
    expect(markAnswer(numbers, typed('-1.25', '0.5')).mistake).toBe('sign')
    expect(markAnswer(numbers, typed('-1.25', '0.7')).mistake).toBeNull()
  })

  it('gives no credit for a choice of one that is wrong, and a share where several are right', () => {
    const one: MarkingKey = { kind: 'choice', options: ['a', 'b', 'c'], right: ['b'] }
    const chosen = (...ids: readonly string[]): Answer => ({ kind: 'choice', chosen: ids })
    expect(markAnswer(one, chosen('b')).score).toBe(1)
    expect(markAnswer(one, chosen('a')).score).toBe(0)
    expect(markAnswer(one, chosen('a', 'b')).score).toBe(0)
    expect(markAnswer(one, chosen('nobody')).score).toBe(0)
    const two: MarkingKey = { kind: 'choice', options: ['a', 'b', 'c', 'd'], right: ['b', 'c'] }
    expect(markAnswer(two, chosen('b')).score).toBe(0.75)
    expect(markAnswer(two, chosen()).score).toBe(0)
  })

  it('counts the pairs that were joined, and an order only as a whole', () => {
    const match: MarkingKey = {
      kind: 'match',
      pairs: [
        ['l1', 'r1'],
        ['l2', 'r2'],
      ],
    }
    expect(markAnswer(match, { kind: 'match', pairs: [['l1', 'r1']] })).toEqual({
      score: 0.5,
      cells: ['right', 'empty'],
      mistake: null,
    })
    const order: MarkingKey = { kind: 'order', order: ['a', 'b', 'c', 'd'] }
    expect(markAnswer(order, { kind: 'order', order: ['a', 'b', 'd', 'c'] }).score).toBe(0.5)
    expect(markAnswer(order, { kind: 'order', order: ['a', 'b'] }).score).toBe(0)
  })

  it('takes blanks and quotes of a text as taste', () => {
    const key: MarkingKey = { kind: 'text', answers: ["x = 'a'", 'y'] }
    expect(markAnswer(key, { kind: 'text', text: 'x="a"' }).score).toBe(1)
    expect(markAnswer(key, { kind: 'text', text: ' ' })).toEqual({ score: 0, cells: ['empty'], mistake: null })
  })
})
