import { asId, type CardId, type UserId } from '@/lib/core/id'
import { newCardState } from '@/lib/schedule/card-state'
import { inTransaction, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { writeRows } from '@/lib/server/db/rows'
import { toStateRow } from '@/lib/server/services/card-state-row'
import { dueByDeck } from '@/lib/server/services/due-counts'
import { toRow } from '@/lib/server/services/event-row'
import { startGuest } from '@/lib/server/services/start-guest'
import { sync } from '@/lib/server/services/sync'
import { gradeEvent, syncRequest } from '../support/events'
import { type ServedDatabase, servedDatabases } from '../support/served-database'
import { type Bench, type Measurement, percentile } from './bench'

const decks = 200
const cardsADeck = 500
const reviewsACard = 10
const today = Math.floor(Date.now() / 86_400_000)

const cardName = (n: number) => `deck-${Math.floor(n / cardsADeck)}/card-${n % cardsADeck}`
const stateOf = (n: number) => ({
  ...newCardState(asId<CardId>(cardName(n))),
  memory: {
    kind: 'review',
    stability: 20 + (n % 90),
    difficulty: 5,
    lastAt: (today - 20) * 86_400_000,
    lastDay: today - 20,
    intervalDays: 20,
    dueDay: today - 5 + ((n * 7919) % 200),
  } as const,
  reps: reviewsACard,
})

const median = async (times: number, work: () => Promise<unknown>): Promise<number> => {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return percentile(taken, 50)
}

const onServer = async (name: string, served: ServedDatabase): Promise<readonly Measurement[]> => {
  await migrate(served.place)
  const db = openDatabase(served.place)
  try {
    const guest = await startGuest(db, 'here', new Date())
    const userId: UserId = guest.ok ? guest.value : asId<UserId>('')
    const all = decks * cardsADeck
    const step = 2_000
    for (let from = 0; from < all; from += step) {
      const numbers = Array.from({ length: step }, (_, n) => from + n)
      await inTransaction(db, async (tx) => {
        await writeRows(
          tx,
          'CardState',
          numbers.map((n) => toStateRow(userId, stateOf(n))),
        )
        for (let round = 0; round < reviewsACard; round++) {
          await writeRows(
            tx,
            'ReviewEvent',
            numbers.map((n) => {
              const at = (today - 220 + round * 20) * 86_400_000
              const event = gradeEvent({ id: `big-${round}-${n}`, cardId: cardName(n), at })
              return {
                ...toRow(event, { userId, sequence: n * reviewsACard + round + 1, at, receivedAt: new Date(at) }),
              }
            }),
          )
        }
      })
    }
    await db.personSequence.create({ data: { userId, last: all * reviewsACard } })
    const counts = await dueByDeck(db, userId, today)
    if (counts.size !== decks) throw new Error(`${counts.size} decks have something due, not ${decks}`)
    let turn = 0
    const batch = () =>
      Array.from({ length: 50 }, (_, n) =>
        gradeEvent({ id: `more-${turn}-${n}`, cardId: cardName(turn * 50 + n), at: Date.now() - 1e6 + n }),
      )
    return [
      {
        what: `${name}: due counts of ${decks} decks, ${all} cards`,
        value: { number: await median(9, () => dueByDeck(db, userId, today)), unit: 'ms' },
        bar: 150,
      },
      {
        what: `${name}: a batch of 50 on top of ${all * reviewsACard} reviews`,
        value: {
          number: await median(20, async () => {
            const events = batch()
            turn++
            await sync(
              db,
              userId,
              syncRequest(events, { cursor: all * reviewsACard + turn * 50 - 50, sentAt: Date.now() }),
              new Date(),
            )
          }),
          unit: 'ms',
        },
        bar: null,
      },
    ]
  } finally {
    await db.$disconnect()
  }
}

/** One learner with 100,000 cards and 1,000,000 reviews, on a server. */
export const large: Bench = {
  name: 'large',
  measure: async () => {
    const all: Measurement[] = []
    for (const { name, make } of servedDatabases) {
      const served = await make()
      try {
        all.push(...(await onServer(name, served)))
      } finally {
        await served.discard()
      }
    }
    return all
  },
}
