import { describe, expect, it } from 'vitest'
import { type Sides, takeOver } from '@/lib/content/changes/take-over'

const entry = (id: string, back = 'B.') => `- id: ${id}\n  front: A?\n  back: ${back}\n`
const list = (...entries: readonly string[]) => entries.join('')
const cards = (sides: Sides) => takeOver('a.cards.yaml', sides)

describe('taking what changed in an original into a copy', () => {
  it('takes a file that only the original changed, added or removed', () => {
    expect(cards({ base: 'a', mine: 'a', theirs: 'b' })).toEqual({ text: 'b', kept: [] })
    expect(cards({ base: null, mine: null, theirs: 'b' })).toEqual({ text: 'b', kept: [] })
    expect(cards({ base: 'a', mine: 'a', theirs: null })).toEqual({ text: null, kept: [] })
  })

  it('leaves a file that only the copy changed, added or removed, and one that both changed alike', () => {
    expect(cards({ base: 'a', mine: 'b', theirs: 'a' })).toEqual({ text: 'b', kept: [] })
    expect(cards({ base: 'a', mine: null, theirs: 'a' })).toEqual({ text: null, kept: [] })
    expect(cards({ base: 'a', mine: 'b', theirs: 'b' })).toEqual({ text: 'b', kept: [] })
  })

  it('settles a list entry by entry: changed here, changed there, new on both sides', () => {
    const base = list(entry('one'), entry('two'), entry('three'))
    const mine = list(entry('one', 'Mine.'), entry('two'), entry('own'), entry('three'))
    const theirs = list(entry('one'), entry('two', 'Theirs.'), entry('three'), entry('new'))
    expect(cards({ base, mine, theirs })).toEqual({
      text: list(entry('one', 'Mine.'), entry('two', 'Theirs.'), entry('own'), entry('three'), entry('new')),
      kept: [],
    })
  })

  it('drops an entry that the original dropped and the copy left alone, and keeps one that the copy changed', () => {
    const base = list(entry('one'), entry('two'), entry('three'))
    const mine = list(entry('one'), entry('two', 'Mine.'), entry('three', 'Changed.'))
    const theirs = entry('three')
    expect(cards({ base, mine, theirs })).toEqual({
      text: list(entry('two', 'Mine.'), entry('three', 'Changed.')),
      kept: ['two'],
    })
  })

  it('keeps the copy’s own where both changed the same entry, and says which', () => {
    const base = list(entry('one'), entry('two'))
    const mine = list(entry('one', 'Mine.'), entry('two'))
    const theirs = list(entry('one', 'Theirs.'), entry('two', 'Theirs.'))
    expect(cards({ base, mine, theirs })).toEqual({
      text: list(entry('one', 'Mine.'), entry('two', 'Theirs.')),
      kept: ['one'],
    })
  })

  it('does not bring back an entry that the copy removed', () => {
    const base = list(entry('one'), entry('two'))
    const theirs = list(entry('one', 'Theirs.'), entry('two'))
    expect(cards({ base, mine: entry('two', 'Mine.'), theirs })).toEqual({
      text: entry('two', 'Mine.'),
      kept: ['one'],
    })
  })

  it('keeps what stands before the list and the end of the last line', () => {
    const base = `# Ours\n${entry('one')}`
    const mine = `# Mine\n${entry('one', 'Mine.').trimEnd()}`
    expect(cards({ base, mine, theirs: list(entry('one'), entry('two')) }).text).toBe(
      `# Mine\n${entry('one', 'Mine.')}${entry('two')}`,
    )
  })

  it('keeps the copy’s own of a text that is no list of entries', () => {
    const sides = { base: 'a\n', mine: 'b\n', theirs: 'c\n' }
    expect(takeOver('notes.en.md', sides)).toEqual({ text: 'b\n', kept: ['notes.en.md'] })
    expect(cards({ base: '{}', mine: '{ "a": 1 }', theirs: '{ "b": 1 }' })).toEqual({
      text: '{ "a": 1 }',
      kept: ['a.cards.yaml'],
    })
    const twins = list(entry('one'), entry('one'))
    expect(cards({ base: '', mine: twins, theirs: entry('one') }).kept).toEqual(['a.cards.yaml'])
  })
})
