import { describe, expect, it } from 'vitest'
import { changesFor, firstChange, isReady } from '@/app/_ui/exam/staff/changes'
import { cardTypes } from '@/lib/cards/list'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { keyFits } from '@/lib/exam/corrections/key-fits'
import { askedQuestions } from '../../../support/asked-questions'

describe('correcting the marking of a question', () => {
  it('is tried on a card of every type that an exam can ask', () => {
    expect(askedQuestions.map(({ name }) => name)).toEqual(
      cardTypes.filter(({ key }) => key !== null).map(({ name }) => name),
    )
  })

  it.each(askedQuestions)(
    'offers another key of $name, and begins with what counts now',
    ({ question, key, parts }) => {
      expect(changesFor(question)).toContain('key')
      expect(changesFor(question).includes('tolerance')).toBe(key.kind === 'numbers')
      const change = firstChange('key', question)
      if (change?.kind !== 'key') throw new Error('no key to begin with')
      expect(change.key.kind).toBe(key.kind)
      // Numbers are those of one showing, and nothing is changed before somebody types.
      const untouched = change.key.kind === 'numbers'
      expect(isReady(change, question)).toBe(!untouched)
      expect(keyFits(key, change.key, parts)).toBe(!untouched)
    },
  )

  it('offers no key to whoever is not told it', () => {
    const [first] = askedQuestions
    if (first === undefined) throw new Error('no question')
    const keys: readonly { readonly form: number; readonly key: MarkingKey }[] = []
    expect(changesFor({ ...first.question, keys, input: null })).toEqual(['points', 'full', 'drop'])
  })
})
