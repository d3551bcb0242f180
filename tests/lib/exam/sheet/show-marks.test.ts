import { describe, expect, it } from 'vitest'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { shownMarks } from '@/lib/exam/sheet/show-marks'
import type { Answer } from '@/lib/view/input'

const names = { 'item-1': 'o3', 'item-2': 'o1', 'item-3': 'o2', 'item-4': 'o4' }
const told = (key: MarkingKey, answer: Answer | null, keys = false) =>
  shownMarks(key, names, answer, { keys, score: 0.5, mistake: null })

describe('marks without what would have been right', () => {
  const choice = (...right: readonly string[]): MarkingKey => ({
    kind: 'choice',
    options: ['item-1', 'item-2', 'item-3', 'item-4'],
    right,
  })
  const chosen: Answer = { kind: 'choice', chosen: ['item-1', 'item-3'] }

  it('say of each option that was chosen whether it was, and nothing of the others', () => {
    const marks = told(choice('item-1', 'item-2'), chosen)
    expect(marks.cells.map(({ part, state }) => [part, state])).toEqual([
      ['o2', 'wrong'],
      ['o3', 'right'],
    ])
    expect(marks).toEqual(told(choice('item-1', 'item-4'), chosen))
  })

  it('are told in the order that was shown, which is not the right one', () => {
    const order = (...items: readonly string[]): MarkingKey => ({ kind: 'order', order: items })
    const answer: Answer = { kind: 'order', order: ['item-4', 'item-3', 'item-2', 'item-1'] }
    const marks = told(order('item-1', 'item-2', 'item-3', 'item-4'), answer)
    expect(marks.cells.map(({ part }) => part)).toEqual(['o1', 'o2', 'o3', 'o4'])
    expect(marks).toEqual(told(order('item-3', 'item-1', 'item-4', 'item-2'), answer))
  })

  it('give way to everything once it may be told', () => {
    const marks = told(choice('item-1', 'item-2'), chosen, true)
    expect(marks.cells.map(({ part, state, key }) => [part, state, key])).toEqual([
      ['o3', 'right', '✓'],
      ['o1', 'wrong', '✓'],
      ['o2', 'wrong', ''],
      ['o4', 'right', ''],
    ])
  })
})
