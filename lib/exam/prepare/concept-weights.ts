import type { CardId, ConceptId } from '@/lib/core/id'

/** A card of the scope with its main concept. */
export interface WeighedCard {
  readonly id: CardId
  readonly concept: ConceptId | null
}

/**
 * What each card counts: every concept alike, however many cards ask for it, and a card without one as a concept of its own.
 * The mean over all cards is 1.
 */
export const conceptWeights = (cards: readonly WeighedCard[]): ReadonlyMap<CardId, number> => {
  const keyOf = ({ id, concept }: WeighedCard): string => (concept === null ? ` ${id}` : concept)
  const counts = new Map<string, number>()
  for (const card of cards) counts.set(keyOf(card), (counts.get(keyOf(card)) ?? 0) + 1)
  const share = cards.length / Math.max(1, counts.size)
  return new Map(cards.map((card) => [card.id, share / (counts.get(keyOf(card)) ?? 1)]))
}
