import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { CardId, ConceptId, DeckId } from '@/lib/core/id'
import type { QueueCard } from '@/lib/schedule/queue'

/** The cards at hand, in deck order, each with its bundle's words. */
export interface Shelf {
  readonly cards: ReadonlyMap<CardId, BundledCard>
  readonly order: readonly QueueCard[]
  readonly places: ReadonlyMap<CardId, QueueCard>
  /** Cards by main concept. */
  readonly siblings: ReadonlyMap<ConceptId, readonly CardId[]>
}

const shelfOf = (cards: ReadonlyMap<CardId, BundledCard>, deckOf: (id: CardId) => DeckId | undefined): Shelf => {
  const order: QueueCard[] = []
  const siblings = new Map<ConceptId, CardId[]>()
  for (const { id, concepts, practice } of cards.values()) {
    const deck = deckOf(id)
    if (deck === undefined) continue
    const concept = concepts[0] ?? null
    order.push({ id, deck, concept, practice })
    if (concept !== null) siblings.set(concept, [...(siblings.get(concept) ?? []), id])
  }
  return { cards, order, places: new Map(order.map((one) => [one.id, one])), siblings }
}

export const emptyShelf: Shelf = shelfOf(new Map(), () => undefined)

/** Cards of a type this version does not know stay in their bundle until it does. */
export const makeShelf = (bundles: readonly Bundle[], knows: (type: string) => boolean): Shelf => {
  const cards = new Map<CardId, BundledCard>()
  const decks = new Map<CardId, DeckId>()
  for (const bundle of bundles) {
    for (const card of bundle.cards) {
      if (!knows(card.type)) continue
      cards.set(card.id, card)
      decks.set(card.id, bundle.deck)
    }
  }
  return shelfOf(cards, (id) => decks.get(id))
}

export const without = (shelf: Shelf, goes: (card: BundledCard) => boolean): Shelf =>
  shelfOf(new Map([...shelf.cards].filter(([, card]) => !goes(card))), (id) => shelf.places.get(id)?.deck)
