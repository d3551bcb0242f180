import { describe, expect, it } from 'vitest'
import type { BundledCard, ListedCard } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import { answerAndGrade, bundleOf, onCard, openDesk, ready, withContent, wordOf } from './desk'

describe('a study session whose contents are read on demand', () => {
  it('reads those of the card shown and of the ones that may follow, and no others', async () => {
    const words = Array.from({ length: 9 }, (_, n) => `w${n}`)
    const { sit } = await openDesk(words)
    const asked: CardId[] = []
    const session = sit({
      contentOf: async (_deck, card) => {
        asked.push(card.id)
        return withContent(card)
      },
    })
    await ready(session)
    expect(asked).toEqual(['deck/w0', 'deck/w1'])
    await answerAndGrade(session, 'easy')
    expect(wordOf(session)).toBe('w1')
    expect(asked, 'each once').toEqual(['deck/w0', 'deck/w1', 'deck/w2'])
  })

  it('looks at the decks again where a content is gone, as after another tab brought a new version', async () => {
    const { sit } = await openDesk(['a', 'b', 'c'])
    let version = 'v1'
    const held = (card: ListedCard): BundledCard | null => (card.revision === version ? withContent(card) : null)
    const session = sit({
      decks: async (language) => {
        const bundle = { ...bundleOf(language, ['a', 'b', 'c']), version }
        return [{ ...bundle, cards: bundle.cards.map((card) => ({ ...card, revision: version })) }]
      },
      contentOf: async (_deck, card) => held(card),
    })
    await ready(session)
    expect(wordOf(session)).toBe('a')
    version = 'v2'
    await answerAndGrade(session, 'easy')
    await ready(session)
    expect(wordOf(session), 'its content had come before').toBe('b')
    await answerAndGrade(session, 'easy')
    await ready(session)
    expect([wordOf(session), onCard(session).current.card.revision]).toEqual(['c', 'v2'])
  })

  it('leaves out for this sitting what cannot be read, and goes on', async () => {
    const { sit } = await openDesk(['a', 'b', 'c'])
    const session = sit({
      contentOf: async (_deck, card) => {
        if (card.id === 'deck/a') throw new DOMException('gone', 'UnknownError')
        return card.id === 'deck/b' ? null : withContent(card)
      },
    })
    await ready(session)
    expect(wordOf(session)).toBe('c')
    expect(onCard(session).counts.new).toBe(1)
  })
})
