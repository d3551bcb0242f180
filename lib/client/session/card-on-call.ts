import type { CardFace, FaceOnCall } from '@/lib/cards/card-type'
import type { BundledCard, ListedCard } from '@/lib/content/bundle'

/** What showing a card takes. */
export interface CardAtHand {
  readonly card: BundledCard
  readonly type: CardFace
}

/** Why a card cannot be shown after all: the code of its type, or its own content, could not be had. */
export type Lost = 'code' | 'content' | null

/** Content and code of cards, fetched a little before they are shown. */
export interface CardsOnCall {
  /** Both at hand, or a promise, never rejected, after which to ask again; null for a type nobody knows. */
  readonly open: (listed: ListedCard) => CardAtHand | Promise<Lost> | null
}

export const makeCardsOnCall = (
  cardTypeNamed: (name: string) => FaceOnCall | null,
  /** Null where it is not on this device any more. */
  contentOf: (listed: ListedCard) => Promise<BundledCard | null>,
): CardsOnCall => {
  /** By the listed card itself: another version or language lists others. */
  const fetched = new WeakMap<ListedCard, BundledCard | Promise<Lost>>()

  const contentAt = (listed: ListedCard): BundledCard | Promise<Lost> => {
    const known = fetched.get(listed)
    if (known !== undefined) return known
    const coming = contentOf(listed).then(
      (card): Lost => {
        if (card === null) fetched.delete(listed)
        else fetched.set(listed, card)
        return card === null ? 'content' : null
      },
      (): Lost => {
        fetched.delete(listed)
        return 'content'
      },
    )
    fetched.set(listed, coming)
    return coming
  }

  return {
    open: (listed) => {
      const type = cardTypeNamed(listed.type)?.open()
      if (!type) return null
      const card = contentAt(listed)
      if (!(type instanceof Promise) && !(card instanceof Promise)) return { card, type }
      const code = Promise.resolve(type).then(
        (): Lost => null,
        (): Lost => 'code',
      )
      const content = card instanceof Promise ? card : Promise.resolve(null)
      return Promise.all([code, content]).then(([noCode, noContent]) => noCode ?? noContent)
    },
  }
}
