import 'server-only'
import { asId, type DeckId } from '@/lib/core/id'
import { type Language, languages, type Words } from '@/lib/core/language'
import type { Pace } from '@/lib/schedule/class-pace'
import type { Database } from '../db/client'
import { pacesOf } from './classes/class-paces'
import { type Reader, visibleTo } from './visible-decks'

/** A deck as a device hears of it before fetching it. */
export interface ListedDeck {
  readonly id: DeckId
  readonly version: string
  readonly title: Words
  readonly cards: number
  readonly languages: readonly Language[]
  /** How fast the reader's class learns it; null where no class of theirs does. */
  readonly pace: Pace | null
}

/** Every deck this reader may see that has a current version. */
export const listDecks = async (db: Database, reader: Reader): Promise<readonly ListedDeck[]> => {
  const decks = await db.deck.findMany({
    where: { currentHash: { not: null }, AND: visibleTo(reader) },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  const paces = reader === null ? new Map<string, Pace>() : await pacesOf(db, reader)
  const listed = await Promise.all(
    decks.map(async ({ id, currentHash }) => {
      const version = await db.deckVersion.findUnique({
        where: { deckId_hash: { deckId: id, hash: currentHash ?? '' } },
        select: { hash: true, cards: true, bundles: { select: { language: true, title: true } } },
      })
      if (!version) throw new Error(`Deck ${id} names version ${currentHash}, which is not there.`)
      const titles = languages.flatMap((language) =>
        version.bundles
          .filter((bundle) => bundle.language === language)
          .map((bundle) => [language, bundle.title] as const),
      )
      return {
        id: asId<DeckId>(id),
        version: version.hash,
        title: Object.fromEntries(titles),
        cards: version.cards,
        languages: titles.map(([language]) => language),
        pace: paces.get(id) ?? null,
      }
    }),
  )
  return listed
}
