import 'server-only'
import type { DeckId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { type Reader, visibleTo } from './visible-decks'

/** The hash of the version learners get now; null for a deck that is unknown, not published yet, or not this reader's to see. */
export const currentVersion = async (db: Database, reader: Reader, deckId: DeckId): Promise<string | null> => {
  const deck = await db.deck.findFirst({
    where: { id: deckId, AND: visibleTo(reader) },
    select: { currentHash: true },
  })
  return deck?.currentHash ?? null
}
