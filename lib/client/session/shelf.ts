import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { QueueCard } from '@/lib/schedule/queue'

/** The cards at hand, in deck order, each with its bundle's words. */
export interface Shelf {
  readonly cards: ReadonlyMap<CardId, BundledCard>
  readonly order: readonly QueueCard[]
}

/** Cards of a type this version does not know stay in their bundle until it does. */
export const makeShelf = (bundles: readonly Bundle[], knows: (type: string) => boolean): Shelf => {
  const cards = new Map<CardId, BundledCard>()
  for (const bundle of bundles) {
    for (const card of bundle.cards) if (knows(card.type)) cards.set(card.id, card)
  }
  return {
    cards,
    order: [...cards.values()].map(({ id, concepts, practice }) => ({ id, concept: concepts[0] ?? null, practice })),
  }
}

export const without = (shelf: Shelf, goes: (card: BundledCard) => boolean): Shelf => {
  const cards = new Map([...shelf.cards].filter(([, card]) => !goes(card)))
  return { cards, order: shelf.order.filter(({ id }) => cards.has(id)) }
}
