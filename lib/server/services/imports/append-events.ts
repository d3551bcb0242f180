import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { byCard } from '@/lib/sync/by-card'
import { breathe } from '../../breathe'
import type { Transaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { asKept, toRow } from '../event-row'
import { foldFirst, foldIn, heardOf } from '../refold'
import { lockSequence, moveSequence } from '../sequence'

/** Events, or cards, of one person taken at once: between two such pieces everybody else has their turn. */
const together = 2_000

const pieces = <T>(all: readonly T[]): readonly (readonly [from: number, piece: readonly T[]])[] =>
  Array.from({ length: Math.ceil(all.length / together) }, (_, i) => [
    i * together,
    all.slice(i * together, (i + 1) * together),
  ])

/**
 * Adds many events of one person, none of which is there yet, and folds them into the states of their cards. For what the server itself
 * brings; what devices send comes through `sync`.
 */
export const appendEvents = async (
  tx: Transaction,
  userId: UserId,
  events: readonly ReviewEvent[],
  now: Date,
): Promise<void> => {
  if (events.length === 0) return
  const last = await lockSequence(tx, userId)
  const kept = events.map((event) => asKept(event, event.at))
  const heard = await heardOf(tx, userId, [...new Set(kept.map(({ cardId }) => cardId))])
  for (const [from, piece] of pieces(events)) {
    const rows = piece.map((event, i) =>
      toRow(event, { userId, sequence: last + 1 + from + i, at: event.at, receivedAt: now }),
    )
    await writeRows(
      tx,
      'ReviewEvent',
      rows.map((row) => ({ ...row })),
    )
    await breathe()
  }
  await foldFirst(
    tx,
    userId,
    kept.filter(({ cardId }) => !heard.has(cardId)),
  )
  const more = [...byCard(kept.filter(({ cardId }) => heard.has(cardId))).values()]
  // By card, so that each is read and written once, however many of its events there are.
  for (const [, cards] of pieces(more)) {
    await foldIn(tx, userId, cards.flat())
    await breathe()
  }
  await moveSequence(tx, userId, last + events.length)
}
