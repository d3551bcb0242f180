import { describe, expect, it } from 'vitest'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { comparePoints } from '@/lib/exam/corrections/compare'
import type { Change, Correction } from '@/lib/exam/corrections/correction'
import { type MarkedForm, makeMarker } from '@/lib/exam/corrections/earn'
import type { Answer } from '@/lib/view/input'

const number = (name: string, key: readonly number[]) => ({
  name,
  key,
  precision: { kind: 'decimals' as const, decimals: 1 },
  tolerance: { abs: 0, rel: 0 },
  probability: false,
})
const key: MarkingKey = { kind: 'numbers', asks: [number('y', [2, 4])], mistakes: [] }
const form: MarkedForm = { item: 'i1', form: 0, key, points: 10 }
const typed = (...cells: readonly string[]): Answer => ({ kind: 'numbers', cells: { y: cells } })
const correction = (change: Change, rest: Partial<Correction> = {}): Correction => ({
  item: 'i1',
  change,
  neverLower: false,
  ...rest,
})
const earned = (answer: Answer | null, corrections: readonly Correction[], credit: 'cells' | 'whole' = 'cells') => {
  const { points, of } = makeMarker(form, credit, corrections)(answer)
  return [points, of]
}

describe('what a question brings', () => {
  it('is its points by the share of right cells, or all or nothing', () => {
    expect(earned(typed('2', '5'), [])).toEqual([5, 10])
    expect(earned(typed('2', '5'), [], 'whole')).toEqual([0, 10])
    expect(earned(typed('2', '4'), [], 'whole')).toEqual([10, 10])
  })

  it('follows a changed key, for one showing or for all', () => {
    const change: Change = { kind: 'key', form: null, also: false, key: { kind: 'numbers', keys: { y: [2, 5] } } }
    expect(earned(typed('2', '5'), [correction(change)])).toEqual([10, 10])
    expect(earned(typed('2', '4'), [correction(change)])).toEqual([5, 10])
    expect(earned(typed('2', '5'), [correction({ ...change, form: 1 })])).toEqual([5, 10])
  })

  it('takes the better of two keys where the other is accepted too', () => {
    const also: Change = { kind: 'key', form: null, also: true, key: { kind: 'numbers', keys: { y: [2, 5] } } }
    expect(earned(typed('2', '5'), [correction(also)])).toEqual([10, 10])
    expect(earned(typed('2', '4'), [correction(also)])).toEqual([10, 10])
  })

  it('follows a tolerance, other points, a gift and a dropped question', () => {
    expect(earned(typed('2.1', '4.3'), [correction({ kind: 'tolerance', abs: 0, rel: 0.1 })])).toEqual([10, 10])
    expect(earned(typed('2', '5'), [correction({ kind: 'points', points: 4 })])).toEqual([2, 4])
    expect(earned(null, [correction({ kind: 'full' })])).toEqual([10, 10])
    expect(earned(typed('2', '4'), [correction({ kind: 'drop' })])).toEqual([0, 0])
  })

  it('never falls where a correction says so, person by person', () => {
    const change: Change = { kind: 'key', form: null, also: false, key: { kind: 'numbers', keys: { y: [2, 5] } } }
    const kind = [correction(change, { neverLower: true })]
    expect(earned(typed('2', '4'), kind)).toEqual([10, 10])
    expect(earned(typed('2', '5'), kind)).toEqual([10, 10])
    expect(earned(typed('2', '4'), [...kind, correction({ kind: 'points', points: 4 })])).toEqual([2, 4])
  })

  it('is not touched by a correction of another item or of another kind of key', () => {
    expect(earned(typed('2', '4'), [correction({ kind: 'drop' }, { item: 'i2' })])).toEqual([10, 10])
    const odd: Change = { kind: 'key', form: null, also: false, key: { kind: 'choice', right: ['a'] } }
    expect(earned(typed('2', '4'), [correction(odd)])).toEqual([10, 10])
  })
})

describe('a preview', () => {
  it('tells who gains and who loses, the largest change first', () => {
    const preview = comparePoints([
      { attempt: 'a', before: 5, after: 6 },
      { attempt: 'b', before: 5, after: 5 + 1e-12 },
      { attempt: 'c', before: 5, after: 2 },
    ])
    expect(preview).toMatchObject({ attempts: 3, gain: 1, lose: 1, meanBefore: 5 })
    expect(preview.moved.map(({ attempt }) => attempt)).toEqual(['c', 'a'])
    expect(comparePoints([])).toEqual({ attempts: 0, gain: 0, lose: 0, meanBefore: 0, meanAfter: 0, moved: [] })
  })
})
