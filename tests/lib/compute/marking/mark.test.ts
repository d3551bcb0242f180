import { describe, expect, it } from 'vitest'
import { type Asked, markNumbers } from '@/lib/compute/marking/mark'
import { writeKey, writeNumber } from '@/lib/compute/marking/write-number'
import { refusedRoundings } from './rounding-trials'

const asked = (key: readonly number[], more: Partial<Asked> = {}): Asked => ({
  name: 'loss',
  key,
  precision: { kind: 'decimals', decimals: 2 },
  tolerance: { abs: 0, rel: 1e-9 },
  probability: false,
  ...more,
})

const isRight = (ask: Asked, ...cells: readonly string[]) => {
  const { verdict } = markNumbers([ask], { [ask.name]: cells })
  return verdict.kind === 'marked' ? verdict.right : verdict.kind
}

describe('marking', () => {
  it('accepts the key rounded to the asked precision, always', () => {
    expect(refusedRoundings(20_000, 1)).toEqual([])
  })

  it('accepts within half a unit of the last asked place, both ends of a tie included, and no further', () => {
    const ask = asked([1.005])
    expect([isRight(ask, '1.00'), isRight(ask, '1.01'), isRight(ask, '1.005')]).toEqual([true, true, true])
    expect([isRight(ask, '0.99'), isRight(ask, '1.02')]).toEqual([false, false])
  })

  it('marks whole numbers exactly, however the float64 key landed', () => {
    const ask = asked([2.9999999999999996], { precision: { kind: 'integer' } })
    expect([isRight(ask, '3'), isRight(ask, '3.0'), isRight(ask, '6/2')]).toEqual([true, true, true])
    expect([isRight(ask, '2.999'), isRight(ask, '4')]).toEqual([false, false])
  })

  it('holds a probability near 1 to its distance from 1', () => {
    const near = { tolerance: { abs: 0, rel: 0.01 }, precision: { kind: 'free' } } as const
    expect(isRight(asked([0.999], { ...near, probability: false }), '0.995')).toBe(true)
    expect(isRight(asked([0.999], { ...near, probability: true }), '0.995')).toBe(false)
  })

  it('gives credit for each right cell', () => {
    const { verdict } = markNumbers([asked([1, 2, 3, 4])], { loss: ['1', '2', '-3', '4.00'] })
    expect(verdict).toMatchObject({ kind: 'marked', right: false, score: 0.75 })
    expect(verdict.cells.map(({ state }) => state)).toEqual(['right', 'right', 'wrong', 'right'])
    expect(verdict.cells[2]).toEqual({ part: 'loss', index: 2, state: 'wrong', given: '-3', key: '3.00' })
  })

  it('calls an answer with an empty or unreadable cell unreadable, never wrong, and gives no key away', () => {
    for (const cells of [['1', ''], ['1'], ['1', 'two'], []]) {
      const { verdict, read } = markNumbers([asked([1, 2])], { loss: cells })
      expect(verdict.kind, JSON.stringify(cells)).toBe('unreadable')
      expect(
        verdict.cells.every(({ key, state }) => key === '' && state !== 'right'),
        JSON.stringify(cells),
      ).toBe(true)
      expect(read).toBeNull()
    }
  })

  it('says why the first cell could not be read', () => {
    const { verdict } = markNumbers([asked([1000])], { loss: ['1,000'] })
    expect(verdict).toMatchObject({
      kind: 'unreadable',
      message: { key: 'compute.unreadable.thousands', values: { typed: '1,000', part: 'loss' } },
    })
  })

  it('takes a quantity named like a property of every object for what it is', () => {
    expect(markNumbers([asked([1], { name: 'constructor' })], {}).verdict.kind).toBe('unreadable')
  })
})

describe('writing numbers', () => {
  it('never writes a minus before nothing', () => {
    expect([writeNumber(-0, null), writeNumber(-0.001, 2), writeNumber(-0, 1)]).toEqual(['0', '0.00', '0.0'])
  })

  it('writes a free key as short as marking accepts', () => {
    const free = asked([], { precision: { kind: 'free' } })
    expect([writeKey(free, 0.25), writeKey(free, 1 / 3), writeKey(free, 0)]).toEqual(['0.25', '0.333333333', '0'])
  })
})
