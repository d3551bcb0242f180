import 'server-only'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Database } from '../db/client'
import { openDecks, type Reader, visibleTo } from './visible-decks'

/** A bundle as it is sent. */
export interface ReadBundle {
  readonly version: string
  readonly text: string
  /** Everybody may read the deck, so that caches between may keep it. */
  readonly open: boolean
}

/** A bundle as JSON text, ready to send; null where there is no such deck, version or language for this reader. */
export const readBundle = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  language: Language,
  /** The current version when null. */
  version: string | null,
): Promise<ReadBundle | null> => {
  const deck = await db.deck.findFirst({
    where: { id: deckId, AND: visibleTo(reader) },
    select: { currentHash: true },
  })
  const hash = version ?? deck?.currentHash ?? null
  if (deck === null || hash === null) return null
  const row = await db.deckBundle.findUnique({ where: { deckId_hash_language: { deckId, hash, language } } })
  if (row === null) return null
  const open = (await db.deck.count({ where: { id: deckId, AND: openDecks } })) > 0
  return { version: hash, text: row.text, open }
}
