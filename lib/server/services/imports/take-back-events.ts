import 'server-only'
import { asId, type CardId, type DeviceId, type EventId, type UserId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { Prisma } from '@/prisma/generated/sqlite/client'
import { breathe } from '../../breathe'
import type { Transaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { takingBack } from '../../jobs/fresh-events'
import { toStateRow } from '../card-state-row'
import { refold } from '../refold'
import { lockSequence, moveSequence } from '../sequence'
import { appendEvents } from './append-events'

/** Events, or cards, dealt with at once. */
const together = 5_000

interface Ground {
  readonly userId: UserId
  /** That brought the events. */
  readonly deviceId: string
  readonly undoing: string
  readonly now: Date
}

/**
 * The undo of each event that nothing took back or gave back before, written where the events lie: `takingBack` of their ids. Numbers follow
 * theirs, so that nothing is read to be written again.
 */
const undoFirst = async (tx: Transaction, { userId, deviceId, undoing, now }: Ground): Promise<void> => {
  const last = await lockSequence(tx, userId)
  const [range] = await tx.$queryRaw<
    { readonly first: number | bigint | null; readonly last: number | bigint | null }[]
  >(
    Prisma.sql`SELECT MIN("sequence") AS "first", MAX("sequence") AS "last" FROM "ReviewEvent"
      WHERE "userId" = ${userId} AND "deviceId" = ${deviceId}`,
  )
  if (range === undefined || range.first === null || range.last === null) return
  const [from, to] = [Number(range.first), Number(range.last)]
  const at = BigInt(now.getTime())
  for (let low = from; low <= to; low += together) {
    await tx.$executeRaw(
      Prisma.sql`INSERT INTO "ReviewEvent" ("id", "userId", "sequence", "deviceId", "cardId", "revision", "kind", "at",
          "originalAt", "receivedAt", "zoneOffset", "dayStartsAt", "detail")
        SELECT "id" || ':1', "userId", "sequence" - ${from} + ${last + 1}, ${undoing}, "cardId", "revision", 'undo', ${at},
          ${at}, ${now}, "zoneOffset", "dayStartsAt", '{"target":"' || "id" || '"}'
        FROM "ReviewEvent" WHERE "userId" = ${userId} AND "deviceId" = ${deviceId} AND "id" NOT LIKE '%:%'
          AND "sequence" >= ${low} AND "sequence" < ${low + together}`,
    )
    await breathe()
  }
  await moveSequence(tx, userId, last + 1 + to - from)
}

/** The undo of each event that gave another one back. */
const undoAgain = async (tx: Transaction, { userId, deviceId, undoing, now }: Ground): Promise<void> => {
  const rows = await tx.reviewEvent.findMany({
    where: { userId, deviceId, id: { contains: ':' } },
    orderBy: { sequence: 'asc' },
    select: { id: true, cardId: true, revision: true, zoneOffset: true, dayStartsAt: true },
  })
  const events = rows.map(
    (row): ReviewEvent => ({
      ...row,
      id: takingBack(row.id),
      cardId: row.cardId === planSubject ? planSubject : asId<CardId>(row.cardId),
      deviceId: asId<DeviceId>(undoing),
      at: now.getTime(),
      kind: 'undo',
      target: asId(row.id),
    }),
  )
  await appendEvents(tx, userId, events, now)
}

interface Card {
  readonly cardId: string
  /** Of the last undo in the order of events. */
  readonly id: string | null
  readonly latest: number | bigint
  /** Whether there is more to it than events that were undone just now, or the database might order their ids in a way of its own. */
  readonly others: number | bigint
}

const cardsOf = (tx: Transaction, { userId, deviceId, undoing }: Ground): Promise<readonly Card[]> =>
  tx.$queryRaw<Card[]>(
    Prisma.sql`SELECT "cardId", MAX(CASE WHEN "deviceId" = ${undoing} THEN "id" END) AS "id", MAX("at") AS "latest",
        MAX(LENGTH("id")) - MIN(LENGTH("id")) - 2 +
          SUM(CASE WHEN "deviceId" = ${undoing} OR ("deviceId" = ${deviceId} AND "id" NOT LIKE '%:%') THEN 0 ELSE 100 END)
          AS "others"
      FROM "ReviewEvent" WHERE "userId" = ${userId} AND "cardId" IN
        (SELECT "cardId" FROM "ReviewEvent" WHERE "userId" = ${userId} AND "deviceId" = ${deviceId})
      GROUP BY "cardId"`,
  )

/**
 * Takes every event of an import back, and says so in the states of its cards: one that nothing else was ever said about is new again, and
 * only the others are folded anew.
 */
export const takeBackEvents = async (tx: Transaction, userId: UserId, deviceId: string, now: Date): Promise<void> => {
  const ground = { userId, deviceId, undoing: `${deviceId}.undo`, now }
  await undoFirst(tx, ground)
  await undoAgain(tx, ground)
  const cards = await cardsOf(tx, ground)
  const anew: string[] = []
  const states = cards.flatMap(({ cardId, id, latest, others }) => {
    if (id === null || Number(others) !== 0 || Number(latest) > now.getTime()) {
      anew.push(cardId)
      return []
    }
    const seen = { at: now.getTime(), id: asId<EventId>(id) }
    return [toStateRow(userId, { ...newCardState(asId<CardId>(cardId)), seen })]
  })
  for (let from = 0; from < states.length; from += together) {
    await writeRows(tx, 'CardState', states.slice(from, from + together), ['userId', 'cardId'])
    await breathe()
  }
  await refold(tx, userId, anew)
}
