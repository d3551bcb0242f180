import 'server-only'
import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { UserId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import { type Language, languages } from '@/lib/core/language'
import type { Database } from '../../db/client'
import { openDecks, visibleTo } from '../visible-decks'

/** A card as it stands in the current version of a deck, with its content in every language it has. */
export interface ChosenCard {
  readonly deckId: string
  readonly version: string
  /** Everybody may read the deck. */
  readonly open: boolean
  readonly card: BundledCard
  readonly contents: { readonly [L in Language]?: Json }
}

/** Current bundles of decks the author may read, by deck. */
const bundlesOf = async (db: Database, author: UserId, decks: readonly string[]) => {
  const rows = await db.deck.findMany({
    where: { id: { in: [...decks] }, currentHash: { not: null }, AND: visibleTo(author) },
    select: { id: true, currentHash: true },
  })
  const open = new Set(
    (await db.deck.findMany({ where: { id: { in: [...decks] }, AND: openDecks }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  )
  return Promise.all(
    rows.map(async ({ id, currentHash }) => {
      const hash = currentHash ?? ''
      const bundles = await db.deckBundle.findMany({ where: { deckId: id, hash } })
      return { id, hash, open: open.has(id), bundles: bundles.map(({ text }) => JSON.parse(text) as Bundle) }
    }),
  )
}

/** The cards of an exam by id, as learners get them now. A card that is gone, or not this author's to read, is missing. */
export const chosenCards = async (
  db: Database,
  author: UserId,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, ChosenCard>> => {
  const wanted = new Set(cardIds)
  const decks = [...new Set(cardIds.map((id) => id.slice(0, id.indexOf('/'))))]
  const found = new Map<string, ChosenCard>()
  for (const { id: deckId, hash: version, open, bundles } of await bundlesOf(db, author, decks)) {
    const inOrder = languages.flatMap((language) => bundles.filter((bundle) => bundle.language === language))
    for (const { language, cards } of inOrder)
      for (const card of cards) {
        if (!wanted.has(card.id)) continue
        const known = found.get(card.id)
        found.set(card.id, {
          deckId,
          version,
          open,
          card: known?.card ?? card,
          contents: { ...known?.contents, [language]: card.content },
        })
      }
  }
  return found
}
