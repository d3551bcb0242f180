import { describe, expect, it } from 'vitest'
import type { MarkingKey } from '@/lib/cards/marking/key'
import type { NewKey } from '@/lib/exam/corrections/correction'
import { keyFits } from '@/lib/exam/corrections/key-fits'

const parts = new Set(['a', 'b', 'c', 'r1', 'r2', 'r3', 'w'])
const ask = (name: string, key: readonly number[]) => ({
  name,
  key,
  precision: { kind: 'decimals' as const, decimals: 1 },
  tolerance: { abs: 0, rel: 0 },
  probability: false,
})
const own: { readonly [K in MarkingKey['kind']]: MarkingKey } = {
  choice: { kind: 'choice', options: ['a', 'b', 'c'], right: ['a'] },
  order: { kind: 'order', order: ['a', 'b', 'c'] },
  match: {
    kind: 'match',
    pairs: [
      ['a', 'r1'],
      ['b', 'r2'],
    ],
  },
  text: { kind: 'text', answers: ['x'] },
  numbers: { kind: 'numbers', asks: [ask('w', [1, 2])], mistakes: [] },
}
const fits = (key: NewKey) => keyFits(own[key.kind], key, parts)

describe('a new key', () => {
  it('is taken where it says of every part what is right', () => {
    const good: readonly NewKey[] = [
      { kind: 'choice', right: ['b', 'c'] },
      { kind: 'order', order: ['c', 'a', 'b'] },
      {
        kind: 'match',
        pairs: [
          ['b', 'r1'],
          ['a', 'r3'],
        ],
      },
      { kind: 'text', answers: ['', 'y'] },
      { kind: 'numbers', keys: { w: [3, 4] } },
    ]
    for (const key of good) expect(fits(key), JSON.stringify(key)).toBe(true)
  })

  it.each<[string, NewKey]>([
    ['no option', { kind: 'choice', right: [] }],
    ['an option that is not there', { kind: 'choice', right: ['z'] }],
    ['a short order', { kind: 'order', order: ['a', 'b'] }],
    ['one item twice', { kind: 'order', order: ['a', 'b', 'b'] }],
    ['a side without a partner', { kind: 'match', pairs: [['a', 'r1']] }],
    [
      'a partner that is not there',
      {
        kind: 'match',
        pairs: [
          ['a', 'r1'],
          ['b', 'r9'],
        ],
      },
    ],
    ['blanks alone', { kind: 'text', answers: [' ', ''] }],
    ['no numbers', { kind: 'numbers', keys: {} }],
    ['too few numbers', { kind: 'numbers', keys: { w: [3] } }],
    ['an ask that is not there', { kind: 'numbers', keys: { v: [3, 4] } }],
  ])('is refused with %s', (_, key) => expect(fits(key)).toBe(false))

  it('is refused where it is of another kind', () => {
    expect(keyFits(own.choice, { kind: 'text', answers: ['a'] }, parts)).toBe(false)
  })
})
