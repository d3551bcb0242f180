import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { ReviewEvent } from '@/lib/schedule/event'
import { mostReturned } from '@/lib/sync/decode-exchange'
import type { SyncRequest, SyncResponse } from '@/lib/sync/protocol'
import type { Database, Transaction } from '../db/client'
import { writeRows } from '../db/rows'
import { inSharedTransaction } from '../db/shared-transaction'
import { correctAt } from './correct-clock'
import { asKept, fromRow, toRow } from './event-row'
import { foldIn } from './refold'
import { moveSequence, takeNumbers } from './sequence'
import { epochOf } from './store-epoch'

interface Kept extends Pick<SyncResponse, 'accepted' | 'rejected'> {
  /** What is new, with `at` as every device will hear it, in order of sequence. */
  readonly fresh: readonly ReviewEvent[]
  /** The person's last number before them. */
  readonly last: number
}

const once = (events: readonly ReviewEvent[]): readonly ReviewEvent[] => [
  ...new Map(events.map((event) => [event.id, event])).values(),
]

/**
 * Adds what is new, in order of the offer. What is there already is accepted again: the device never heard so. Nearly always
 * all of it is new, so that is tried before anybody looks.
 */
const keep = async (tx: Transaction, userId: UserId, request: SyncRequest, now: Date): Promise<Kept> => {
  const offered = once(request.events)
  const last = await takeNumbers(tx, userId, offered.length)
  const add = async (events: readonly ReviewEvent[]) => {
    const dated = events.map((event) => ({
      event,
      at: correctAt(event.at, request.sentAt ?? now.getTime(), now.getTime()),
    }))
    const rows = dated.map(({ event, at }, index) => ({
      ...toRow(event, { userId, sequence: last + 1 + index, at, receivedAt: now }),
    }))
    const written = await writeRows(tx, 'ReviewEvent', rows, ['id'], [], [])
    return written === events.length ? dated.map(({ event, at }) => asKept(event, at)) : null
  }
  const ownerOf = new Map<string, string>()
  let added = await add(offered)
  if (added === null) {
    await tx.reviewEvent.deleteMany({ where: { userId, sequence: { gt: last } } })
    const known = await tx.reviewEvent.findMany({
      where: { id: { in: offered.map((event) => event.id) } },
      select: { id: true, userId: true },
    })
    for (const row of known) ownerOf.set(row.id, row.userId)
    added = await add(offered.filter((event) => !ownerOf.has(event.id)))
    if (added === null) throw new Error('An event was there that had just been looked for.')
    await moveSequence(tx, userId, last + added.length)
  }
  await foldIn(tx, userId, added)
  const foreign = (event: ReviewEvent) => (ownerOf.get(event.id) ?? userId) !== userId
  return {
    accepted: offered.filter((event) => !foreign(event)).map((event) => event.id),
    rejected: offered
      .filter(foreign)
      .map((event) => ({ id: event.id, reason: 'This review belongs to another account.' })),
    fresh: added,
    last,
  }
}

const meetDevice = async (tx: Transaction, userId: UserId, request: SyncRequest, now: Date): Promise<void> => {
  const { deviceId: id, sentAt } = request
  if (id === null) return
  const ahead = Math.round((sentAt ?? now.getTime()) - now.getTime())
  const seen = { clockAheadMs: Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, ahead)), lastSyncedAt: now }
  const rows = [{ userId, id, createdAt: now, ...seen }]
  await writeRows(tx, 'Device', rows, ['userId', 'id'], [], ['clockAheadMs', 'lastSyncedAt'])
}

const nothingKept: Kept = { accepted: [], rejected: [], fresh: [], last: -1 }

/** This person's events after a cursor, at most a page of them. */
const newsAfter = async (
  db: Database,
  userId: UserId,
  from: number,
): Promise<Pick<SyncResponse, 'events' | 'cursor' | 'more'>> => {
  const rows = await db.reviewEvent.findMany({
    where: { userId, sequence: { gt: Math.min(from, 2 ** 31 - 1) } },
    orderBy: { sequence: 'asc' },
    take: mostReturned + 1,
  })
  const page = rows.slice(0, mostReturned)
  return { events: page.map(fromRow), cursor: page.at(-1)?.sequence ?? from, more: rows.length > mostReturned }
}

/** The kept events that differ from what was offered: a device need not be told what it has just said. */
const changedOf = (offered: readonly ReviewEvent[], fresh: readonly ReviewEvent[]): readonly ReviewEvent[] => {
  const said = new Map(offered.map((event) => [event.id, event]))
  return fresh.filter(({ id, at, revision }) => said.get(id)?.at !== at || said.get(id)?.revision !== revision)
}

/**
 * One exchange with a device: keeps the events it offers, acknowledged only once they are durable, and returns this
 * person's events after its cursor. Offering the same events again changes nothing.
 */
export const sync = async (db: Database, userId: UserId, request: SyncRequest, now: Date): Promise<SyncResponse> => {
  const epoch = await epochOf(db, userId)
  // Nothing to keep: asking for news must not wait for anybody's writing.
  const { fresh, last, accepted, rejected } =
    request.events.length === 0
      ? nothingKept
      : await inSharedTransaction(db, async (tx) => {
          const kept = await keep(tx, userId, request, now)
          await meetDevice(tx, userId, request, now)
          return kept
        })
  const from = request.epoch === null || request.epoch === epoch ? request.cursor : 0
  // A device that had heard everything hears only itself: that need not be read back.
  const news =
    from === last
      ? { events: request.echo ? fresh : changedOf(request.events, fresh), cursor: last + fresh.length, more: false }
      : await newsAfter(db, userId, from)
  return { epoch, accepted, rejected, ...news }
}
