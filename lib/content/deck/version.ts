import { hashText } from '@/lib/core/hash'
import type { Deck } from './deck'
import { introductionOrder } from './order'

/** Raise when the same sources compile to another bundle, so that decks are published again. */
const compilation = 2

/** Names what a compiled deck holds without compiling it: equal sources, equal version. */
export const deckVersion = (deck: Deck): string =>
  hashText(
    JSON.stringify([
      compilation,
      deck.about,
      deck.concepts,
      introductionOrder(deck).map((card) => [card.id, card.revision, card.concepts, card.tags, card.section]),
      deck.sections.map((section) => Object.values(section.editions).map((edition) => edition.source)),
    ]),
  )
