import { describe, expect, it } from 'vitest'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { makeRng } from '@/lib/core/rng'
import { markAnswer } from '@/lib/exam/mark-answer'
import { drawGoing, simulatedAnswer } from '@/lib/exam/simulate/simulated-answer'

const ask = (
  name: string,
  key: readonly number[],
  precision: { kind: 'decimals'; decimals: number } | { kind: 'integer' } | { kind: 'free' },
) => ({
  name,
  key,
  precision,
  tolerance: { abs: 0, rel: precision.kind === 'free' ? 0.01 : 0 },
  probability: false,
})

const numbers: MarkingKey = {
  kind: 'numbers',
  asks: [
    ask('out', [0.1249, -3.4], { kind: 'decimals', decimals: 2 }),
    ask('count', [7], { kind: 'integer' }),
    ask('size', [1234.5], { kind: 'free' }),
  ],
  mistakes: [{ name: 'no-gate', answers: { out: [1.5, -2], count: [7], size: [1234.5] } }],
}

const keys: readonly MarkingKey[] = [
  numbers,
  { kind: 'choice', options: ['a', 'b', 'c'], right: ['b'] },
  { kind: 'choice', options: ['a', 'b', 'c'], right: ['a', 'c'] },
  { kind: 'order', order: ['one', 'two', 'three'] },
  {
    kind: 'match',
    pairs: [
      ['a', 'x'],
      ['b', 'y'],
    ],
  },
  { kind: 'text', answers: ['softmax'] },
]

const marked = (key: MarkingKey, going: Parameters<typeof simulatedAnswer>[1], seed: number) =>
  markAnswer(key, simulatedAnswer(key, going, makeRng('going', seed)))

describe('answers of simulated students', () => {
  it('are right where they are meant to be, and never where they are not', () => {
    for (const key of keys)
      for (let seed = 0; seed < 20; seed++) {
        expect(marked(key, { kind: 'right' }, seed).score).toBe(1)
        for (const kind of ['near', 'wrong', 'blank'] as const)
          expect(marked(key, { kind }, seed).score).toBeLessThan(1)
      }
  })

  it('miss one cell of several where they nearly are right', () => {
    const near = markAnswer(numbers, simulatedAnswer(numbers, { kind: 'near' }, makeRng('near', 1)))
    expect(near.cells.filter((state) => state === 'wrong')).toHaveLength(1)
  })

  it('are recognised by the mistake they make', () => {
    expect(marked(numbers, { kind: 'mistake', name: 'no-gate' }, 1)).toMatchObject({ mistake: 'no-gate', score: 0.5 })
  })

  it('are right as often as the chance says, and lean to a student’s own mistakes', () => {
    const rng = makeRng('goings', 1)
    const taker = { leanings: ['no-gate'] }
    const goings = Array.from({ length: 2000 }, () => drawGoing(numbers, taker, 0.6, rng))
    const share = (kind: string) => goings.filter((going) => going.kind === kind).length / goings.length
    expect(share('right')).toBeCloseTo(0.6, 1)
    expect(share('mistake')).toBeGreaterThan(0.25)
    expect(new Set(goings.map(({ kind }) => kind))).toEqual(new Set(['right', 'mistake', 'near', 'wrong', 'blank']))
  })
})
