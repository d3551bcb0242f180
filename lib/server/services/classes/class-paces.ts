import 'server-only'
import type { UserId } from '@/lib/core/id'
import { decodePace, type Pace } from '@/lib/schedule/class-pace'
import type { Database } from '../../db/client'

/** A pace as it was written. @throws when it is none: we wrote it. */
export const readPace = (deckId: string, text: string): Pace => {
  const read = decodePace(JSON.parse(text))
  if (!read.ok) throw new Error(`The pace of deck ${deckId} cannot be read: ${read.error.message}`)
  return read.value
}

/** How fast somebody's classes learn their decks; where two learn the same, the one that assigned it last decides. */
export const pacesOf = async (db: Database, userId: UserId): Promise<ReadonlyMap<string, Pace>> => {
  const rows = await db.classDeck.findMany({
    where: { class: { is: { closedAt: null, members: { some: { userId, student: 'learning' } } } } },
    orderBy: { assignedAt: 'asc' },
    select: { deckId: true, pace: true },
  })
  return new Map(rows.map(({ deckId, pace }) => [deckId, readPace(deckId, pace)]))
}
