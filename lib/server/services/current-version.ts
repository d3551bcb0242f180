import 'server-only'
import type { DeckId } from '@/lib/core/id'
import type { Database } from '../db/client'

/** The hash of the version learners get now; null for a deck that is unknown or not published yet. */
export const currentVersion = async (db: Database, deckId: DeckId): Promise<string | null> => {
  const deck = await db.deck.findUnique({ where: { id: deckId }, select: { currentHash: true } })
  return deck?.currentHash ?? null
}
