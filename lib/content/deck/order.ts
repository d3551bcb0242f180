import type { Concept, Deck, DeckCard } from './deck'

/** Rank of each concept: prerequisites first, then by study, then as listed. Expects no rings. */
const conceptRanks = (concepts: readonly Concept[]): ReadonlyMap<string, number> => {
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

/** Concepts of background studies on which no other study builds. */
const backgroundConcepts = ({ about, concepts }: Deck): ReadonlySet<string> => {
  const studies = new Set(about.studies.filter((study) => study.background).map((study) => study.number))
  const byId = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]))
  const needed = new Set<string>()
  const need = (concept: Concept): void => {
    if (needed.has(concept.id)) return
    needed.add(concept.id)
    for (const id of concept.prerequisites) {
      const before = byId.get(id)
      if (before !== undefined) need(before)
    }
  }
  for (const concept of concepts) if (!studies.has(concept.study)) need(concept)
  return new Set(concepts.filter((concept) => !needed.has(concept.id)).map((concept) => concept.id))
}

/** Cards between two of a background study. */
const stretch = 5

/** The background comes in thin slices between the others; what is left of it stands at the end. */
const weave = (cards: readonly DeckCard[], inBackground: (card: DeckCard) => boolean): readonly DeckCard[] => {
  const background = cards.filter(inBackground)
  const others = cards.filter((card) => !inBackground(card))
  const slices = others.flatMap((card, i) =>
    (i + 1) % stretch === 0 ? [card, ...background.slice((i + 1) / stretch - 1, (i + 1) / stretch)] : [card],
  )
  return [...slices, ...background.slice(Math.floor(others.length / stretch))]
}

/**
 * The order in which new cards are introduced. Within a concept: facts before practice, then as written. Practice of a
 * concept that no card teaches waits for all that are taught: nobody's first card asks for what was never said. A study
 * that `deck.yaml` calls background (history, say) does not stand in front of the work; what another study builds on does.
 */
export const introductionOrder = (deck: Deck): readonly DeckCard[] => {
  const ranks = conceptRanks(deck.concepts)
  const rank = (card: DeckCard) => ranks.get(card.concepts[0] ?? '') ?? ranks.size
  const taught = new Set(deck.cards.filter((card) => !card.type.practice).map((card) => card.concepts[0]))
  const untaught = (card: DeckCard) => Number(!taught.has(card.concepts[0]))
  const practice = (card: DeckCard) => Number(card.type.practice)
  const sorted = [...deck.cards].sort(
    (a, b) => untaught(a) - untaught(b) || rank(a) - rank(b) || practice(a) - practice(b),
  )
  const background = backgroundConcepts(deck)
  return weave(sorted, (card) => background.has(card.concepts[0] ?? ''))
}
