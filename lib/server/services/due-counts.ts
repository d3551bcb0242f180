import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../db/client'

/** Cards due on each of the `days` from study day `today` on; what is overdue or in its short steps stands on the first. */
export const dueByDay = async (
  db: Database,
  userId: UserId,
  today: number,
  days: number,
): Promise<readonly number[]> => {
  const [rows, learning] = await Promise.all([
    db.cardState.groupBy({
      by: ['dueDay'],
      where: { userId, suspended: false, dueDay: { lt: today + days } },
      _count: { _all: true },
    }),
    db.cardState.count({ where: { userId, suspended: false, dueDay: null, dueAt: { not: null } } }),
  ])
  const counts = new Array<number>(days).fill(0)
  counts[0] = learning
  for (const { dueDay, _count } of rows) {
    const ahead = Math.max(0, (dueDay ?? today) - today)
    counts[ahead] = (counts[ahead] ?? 0) + _count._all
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
