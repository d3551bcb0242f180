import 'server-only'
import { asId, type CardId, type UserId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { apply, foldCard } from '@/lib/schedule/replay'
import { byCard } from '@/lib/sync/by-card'
import { Prisma } from '@/prisma/generated/sqlite/client'
import { breathe } from '../breathe'
import type { Transaction } from '../db/client'
import { writeRows } from '../db/rows'
import { fromStateRow, toStateRow } from './card-state-row'
import { fromRow } from './event-row'

/** An event is never refused for what it does to a cache: a history that cannot be folded has no state for now. */
const orNothing = (work: () => CardState | null): CardState | null => {
  try {
    return work()
  } catch {
    return null
  }
}

/** Cards looked up at once: a database binds only so many values. */
const together = 2_000

/** Folds these cards' whole histories anew and keeps the result. */
export const refold = async (tx: Transaction, userId: UserId, cardIds: readonly string[]): Promise<void> => {
  const all = [...new Set(cardIds)]
  for (let from = 0; from < all.length; from += together) {
    const cards = all.slice(from, from + together)
    const rows = await tx.reviewEvent.findMany({ where: { userId, cardId: { in: cards } } })
    const histories = byCard(rows.map(fromRow))
    const states = cards.flatMap((card) => {
      const cardId = asId<CardId>(card)
      return orNothing(() => foldCard(cardId, histories.get(cardId) ?? [])) ?? []
    })
    await tx.cardState.deleteMany({ where: { userId, cardId: { in: cards } } })
    await writeRows(
      tx,
      'CardState',
      states.map((state) => toStateRow(userId, state)),
    )
    await breathe()
  }
}

/**
 * Folds cards of which nothing was heard before, and of which these events are everything there is: straight from memory, so that a large
 * import reads back none of what it has just written.
 */
export const foldFirst = async (tx: Transaction, userId: UserId, all: readonly ReviewEvent[]): Promise<void> => {
  const cards = [...byCard(all)]
  for (let from = 0; from < cards.length; from += together) {
    const some = cards.slice(from, from + together)
    const states = some.flatMap(([cardId, events]) => orNothing(() => foldCard(cardId, events)) ?? [])
    await writeRows(
      tx,
      'CardState',
      states.map((state) => toStateRow(userId, state)),
      ['userId', 'cardId'],
    )
    await breathe()
  }
}

/** Of these cards, those that this person has any event of. */
export const heardOf = async (
  tx: Transaction,
  userId: UserId,
  cardIds: readonly string[],
): Promise<ReadonlySet<string>> => {
  const heard = new Set<string>()
  for (let from = 0; from < cardIds.length; from += together) {
    const rows = await tx.$queryRaw<{ readonly cardId: string }[]>(
      Prisma.sql`SELECT DISTINCT "cardId" FROM "ReviewEvent"
        WHERE "userId" = ${userId} AND "cardId" IN (${Prisma.join(cardIds.slice(from, from + together))})`,
    )
    for (const { cardId } of rows) heard.add(cardId)
  }
  return heard
}

/**
 * Takes new events into the states of their cards. Where they only follow what is folded in already, as a day's reviews do,
 * the history is not read: the cost of a review does not grow with the years behind it.
 */
export const foldIn = async (tx: Transaction, userId: UserId, fresh: readonly ReviewEvent[]): Promise<void> => {
  const histories = byCard(fresh)
  if (histories.size === 0) return
  const rows = await tx.$queryRaw<{ readonly cardId: string; readonly state: string }[]>(
    Prisma.sql`SELECT "cardId", "state" FROM "CardState"
      WHERE "userId" = ${userId} AND "cardId" IN (${Prisma.join([...histories.keys()])})`,
  )
  const known = new Map(rows.map((row) => [row.cardId, row]))
  const grown: CardState[] = []
  const late: CardId[] = []
  for (const [cardId, events] of histories) {
    const row = known.get(cardId)
    const start = row ? fromStateRow(row) : newCardState(cardId)
    const state = orNothing(() => events.reduce<CardState | null>((at, event) => at && apply(at, event), start))
    // Without a row there may still be a history, which could not be folded when it came.
    if (state && (row || events.length === 0)) grown.push(state)
    else late.push(cardId)
  }
  await writeRows(
    tx,
    'CardState',
    grown.map((state) => toStateRow(userId, state)),
    ['userId', 'cardId'],
  )
  await refold(tx, userId, late)
}
