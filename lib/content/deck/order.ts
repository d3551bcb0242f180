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

/** The order in which new cards are introduced. Within a concept: facts before practice, then as written. */
export const introductionOrder = (deck: Deck): readonly DeckCard[] => {
  const ranks = conceptRanks(deck.concepts)
  const rank = (card: DeckCard) => ranks.get(card.concepts[0] ?? '') ?? ranks.size
  return [...deck.cards].sort((a, b) => rank(a) - rank(b) || Number(a.type.practice) - Number(b.type.practice))
}
