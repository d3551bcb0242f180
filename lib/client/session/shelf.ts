import type { ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId, ConceptId } from '@/lib/core/id'
import type { QueueCard } from '@/lib/schedule/queue'

/** The cards at hand, in deck order. */
export interface Shelf {
  readonly cards: ReadonlyMap<CardId, OnShelf>
  readonly order: readonly QueueCard[]
  /** Cards by main concept. */
  readonly siblings: (concept: ConceptId | null) => readonly CardId[]
}

export interface OnShelf extends QueueCard {
  readonly card: ListedCard
  /** The deck it is listed in. */
  readonly from: ListedDeck
}

const shelfOf = (all: readonly OnShelf[]): Shelf => {
  const cards = new Map<CardId, OnShelf>()
  for (const one of all) cards.set(one.id, one)
  const order = cards.size === all.length ? all : [...cards.values()]
  const siblings = new Map<ConceptId, readonly CardId[]>()
  return {
    cards,
    order,
    siblings: (concept) => {
      if (concept === null) return []
      // A sitting asks for few of them: looking through is less than sorting all.
      const known = siblings.get(concept) ?? order.filter((one) => one.concept === concept).map(({ id }) => id)
      siblings.set(concept, known)
      return known
    },
  }
}

export const emptyShelf: Shelf = shelfOf([])

/** Cards of a type this version does not know stay in their bundle until it does. */
export const makeShelf = (decks: readonly ListedDeck[], knows: (type: string) => boolean): Shelf => {
  const known = new Map<string, boolean>()
  const knowsType = (type: string): boolean => {
    const found = known.get(type)
    if (found !== undefined) return found
    const told = knows(type)
    known.set(type, told)
    return told
  }
  const all: OnShelf[] = []
  for (const deck of decks) {
    for (const card of deck.cards) {
      if (!knowsType(card.type)) continue
      const { id, concepts, practice, section } = card
      all.push({ id, deck: deck.deck, concept: concepts[0] ?? null, practice, section, card, from: deck })
    }
  }
  return shelfOf(all)
}

export const without = (shelf: Shelf, goes: (card: ListedCard) => boolean): Shelf =>
  shelfOf([...shelf.cards.values()].filter(({ card }) => !goes(card)))
