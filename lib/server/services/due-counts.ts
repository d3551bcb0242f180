import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { visibleTo } from './visible-decks'

/**
 * Cards due on each of the `days` from study day `today` on; what is overdue or in its short steps stands on the first, what is
 * buried on the day it comes back. Cards of decks that are gone, or no longer this person's to read, are shown to nobody.
 */
export const dueByDay = async (
  db: Database,
  userId: UserId,
  today: number,
  days: number,
): Promise<readonly number[]> => {
  const [planned, learning] = await Promise.all([
    db.cardState.groupBy({
      by: ['deckId', 'dueDay', 'buriedUntil'],
      where: { userId, suspended: false, dueDay: { lt: today + days } },
      _count: { _all: true },
    }),
    db.cardState.groupBy({
      by: ['deckId', 'dueDay', 'buriedUntil'],
      where: { userId, suspended: false, dueDay: null, dueAt: { not: null } },
      _count: { _all: true },
    }),
  ])
  const groups = [...planned, ...learning]
  const read = await db.deck.findMany({
    where: {
      id: { in: [...new Set(groups.map(({ deckId }) => deckId))] },
      currentHash: { not: null },
      AND: visibleTo(userId),
    },
    select: { id: true },
  })
  const decks = new Set(read.map(({ id }) => id))
  const counts = new Array<number>(days).fill(0)
  for (const { deckId, dueDay, buriedUntil, _count } of groups) {
    const ahead = Math.max(today, dueDay ?? today, buriedUntil ?? today) - today
    const count = counts[ahead]
    if (decks.has(deckId) && count !== undefined) counts[ahead] = count + _count._all
  }
  return counts
}

/** Cards due by study day `today`, by deck; decks with none are left out. */
export const dueByDeck = async (db: Database, userId: UserId, today: number): Promise<ReadonlyMap<string, number>> => {
  const inSight = { OR: [{ buriedUntil: null }, { buriedUntil: { lte: today } }] }
  const [due, learning] = await Promise.all([
    db.cardState.groupBy({
      by: ['deckId'],
      where: { userId, suspended: false, dueDay: { lte: today }, ...inSight },
      _count: { _all: true },
    }),
    db.cardState.groupBy({
      by: ['deckId'],
      where: { userId, suspended: false, dueDay: null, dueAt: { not: null }, ...inSight },
      _count: { _all: true },
    }),
  ])
  const counts = new Map<string, number>()
  for (const { deckId, _count } of [...due, ...learning]) {
    counts.set(deckId, (counts.get(deckId) ?? 0) + _count._all)
  }
  return counts
}
