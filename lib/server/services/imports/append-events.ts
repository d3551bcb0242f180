import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Transaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { asKept, toRow } from '../event-row'
import { foldIn } from '../refold'
import { lockSequence, moveSequence } from '../sequence'

/** Events of one person written at once: between two such pieces everybody else has their turn. */
const together = 2_000

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
  for (let from = 0; from < events.length; from += together) {
    const piece = events.slice(from, from + together)
    const rows = piece.map((event, i) =>
      toRow(event, { userId, sequence: last + 1 + from + i, at: event.at, receivedAt: now }),
    )
    await writeRows(
      tx,
      'ReviewEvent',
      rows.map((row) => ({ ...row })),
    )
    await foldIn(
      tx,
      userId,
      piece.map((event) => asKept(event, event.at)),
    )
  }
  await moveSequence(tx, userId, last + events.length)
}
