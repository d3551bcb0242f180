import 'server-only'
import type { CardId, DeckId } from '@/lib/core/id'
import type { Database } from '../db/client'

/** Enough to get past ids that only look alike to the database, which folds cases. */
const most = 8

/** Whether a deck has, or in an earlier version had, a card: a device that was away may still show an older one. */
export const deckHasCard = async (db: Database, deckId: DeckId, cardId: CardId): Promise<boolean> => {
  const written = `"id":${JSON.stringify(cardId)},`
  const rows = await db.deckBundle.findMany({
    where: { deckId, text: { contains: written } },
    select: { text: true },
    take: most,
  })
  // What stands for any sign in a search of the database stands for itself here.
  return rows.some(({ text }) => text.includes(written))
}
