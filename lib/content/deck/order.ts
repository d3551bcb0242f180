import type { Concept, Deck, DeckCard } from './deck'

/** Rank of each concept: prerequisites first, then by study, then as listed. Expects no rings. */
export const conceptRanks = (concepts: readonly Concept[]): ReadonlyMap<string, number> => {
  const byId = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]))
  const ranks = new Map<string, number>()
  const place = (concept: Concept): void => {
    if (ranks.has(concept.id)) return
    for (const id of concept.prerequisites) {
      const before = byId.get(id)
      if (before !== undefined) place(before)
    }
    ranks.set(concept.id, ranks.size)
  }
  for (const concept of [...concepts].sort((a, b) => a.study - b.study)) place(concept)
  return ranks
}

/**
 * The order in which new cards are introduced. Within a concept: facts before practice, then as written. Practice of a
 * concept that no card teaches waits for all that are taught: nobody's first card asks for what was never said.
 */
export const introductionOrder = (deck: Deck): readonly DeckCard[] => {
  const ranks = conceptRanks(deck.concepts)
  const rank = (card: DeckCard) => ranks.get(card.concepts[0] ?? '') ?? ranks.size
  const taught = new Set(deck.cards.filter((card) => !card.type.practice).map((card) => card.concepts[0]))
  const untaught = (card: DeckCard) => Number(!taught.has(card.concepts[0]))
  const practice = (card: DeckCard) => Number(card.type.practice)
  return [...deck.cards].sort((a, b) => untaught(a) - untaught(b) || rank(a) - rank(b) || practice(a) - practice(b))
}
