import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { mostReturned } from '@/lib/sync/decode-exchange'
import type { SyncRequest, SyncResponse } from '@/lib/sync/protocol'
import { type Database, inTransaction, type Transaction } from '../db/client'
import { correctAt } from './correct-clock'
import { fromRow, toRow } from './event-row'
import { refold } from './refold'
import { lockSequence, moveSequence } from './sequence'
import { epochOf } from './store-epoch'

type Kept = Pick<SyncResponse, 'accepted' | 'rejected'>

const once = (events: readonly ReviewEvent[]): readonly ReviewEvent[] => [
  ...new Map(events.map((event) => [event.id, event])).values(),
]

/** Adds what is new, in order of the offer. What is there already is accepted again: the device never heard so. */
const keep = async (tx: Transaction, userId: UserId, request: SyncRequest, now: Date): Promise<Kept> => {
  const last = await lockSequence(tx, userId)
  const offered = once(request.events)
  const known = await tx.reviewEvent.findMany({
    where: { id: { in: offered.map((event) => event.id) } },
    select: { id: true, userId: true },
  })
  const ownerOf = new Map(known.map((row) => [row.id, row.userId]))
  const fresh = offered.filter((event) => !ownerOf.has(event.id))
  await tx.reviewEvent.createMany({
    data: fresh.map((event, index) =>
      toRow(event, {
        userId,
        sequence: last + 1 + index,
        at: correctAt(event.at, request.sentAt, now.getTime()),
        receivedAt: now,
      }),
    ),
  })
  await moveSequence(tx, userId, last + fresh.length)
  await refold(
    tx,
    userId,
    fresh.map((event) => event.cardId),
  )
  const foreign = (event: ReviewEvent) => (ownerOf.get(event.id) ?? userId) !== userId
  return {
    accepted: offered.filter((event) => !foreign(event)).map((event) => event.id),
    rejected: offered
      .filter(foreign)
      .map((event) => ({ id: event.id, reason: 'This review belongs to another account.' })),
  }
}

const meetDevice = async (tx: Transaction, userId: UserId, request: SyncRequest, now: Date): Promise<void> => {
  const ahead = Math.round(request.sentAt - now.getTime())
  const seen = { clockAheadMs: Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, ahead)), lastSyncedAt: now }
  const id = request.deviceId
  await tx.device.upsert({ where: { userId_id: { userId, id } }, create: { userId, id, ...seen }, update: seen })
}

/**
 * One exchange with a device: keeps the events it offers, acknowledged only once they are durable, and returns this
 * person's events after its cursor. Offering the same events again changes nothing.
 */
export const sync = async (db: Database, userId: UserId, request: SyncRequest, now: Date): Promise<SyncResponse> => {
  const epoch = await epochOf(db, userId)
  const kept = await inTransaction(db, async (tx): Promise<Kept> => {
    // Nothing to keep: asking for news must not wait for anybody's writing.
    if (request.events.length === 0) return { accepted: [], rejected: [] }
    const result = await keep(tx, userId, request, now)
    await meetDevice(tx, userId, request, now)
    return result
  })
  const from = request.epoch === epoch ? request.cursor : 0
  const rows = await db.reviewEvent.findMany({
    where: { userId, sequence: { gt: Math.min(from, 2 ** 31 - 1) } },
    orderBy: { sequence: 'asc' },
    take: mostReturned + 1,
  })
  const page = rows.slice(0, mostReturned)
  return {
    epoch,
    accepted: kept.accepted,
    rejected: kept.rejected,
    events: page.map(fromRow),
    cursor: page.at(-1)?.sequence ?? from,
    more: rows.length > mostReturned,
  }
}
