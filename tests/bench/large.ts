import { chromium, type Page } from '@playwright/test'
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
import playwright from '../e2e/playwright.config'
import { makeDataFolder, startServer } from '../e2e/server'
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

/** Fills the device's own store as years of reviewing would have. */
const fill = (page: Page): Promise<void> =>
  page.evaluate(
    async ({ decks: many, each, day }) => {
      const open = indexedDB.open('gradeck')
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error)
      })
      for (let deck = 0; deck < many; deck++) {
        const tx = db.transaction(['states', 'bundles'], 'readwrite')
        const cards = Array.from({ length: each }, (_, n) => ({
          id: `deck-${deck}/card-${n}`,
          revision: 'r',
          type: 'basic',
          concepts: [`concept-${deck}-${n % 100}`],
          practice: false,
          tags: [],
          heading: [`Heading ${n % 100}`],
          section: null,
          content: {
            notes: [],
            body: {
              front: [
                {
                  kind: 'paragraph',
                  children: [{ kind: 'text', text: `Question ${n} of deck ${deck}, in one sentence.` }],
                },
              ],
              back: [
                {
                  kind: 'paragraph',
                  children: [{ kind: 'text', text: `The answer to ${n}: one fact that is worth keeping.` }],
                },
              ],
            },
          },
        }))
        const frame = {
          format: 1,
          version: 'v1',
          language: 'en',
          title: `Deck ${deck}`,
          author: '',
          licence: '',
          source: '',
        }
        tx.objectStore('bundles').put({ ...frame, deck: `deck-${deck}`, cards })
        for (let n = 0; n < each; n++) {
          const at = deck * each + n
          tx.objectStore('states').put({
            cardId: `deck-${deck}/card-${n}`,
            memory: {
              kind: 'review',
              stability: 20 + (at % 90),
              difficulty: 5,
              lastAt: (day - 20) * 86_400_000,
              lastDay: day - 20,
              intervalDays: 20,
              dueDay: day - 5 + ((at * 7919) % 200),
            },
            reps: 10,
            lapses: 0,
            introducedDay: day - 200,
            suspended: false,
            buriedUntil: null,
            flag: 0,
            seen: { at: (day - 20) * 86_400_000, id: `e${at}` },
            awaited: [],
          })
        }
        await new Promise<void>((resolve, reject) => {
          tx.oncomplete = () => resolve()
          tx.onerror = () => reject(tx.error)
        })
      }
      db.close()
    },
    { decks, each: cardsADeck, day: today },
  )

const onDevice = async (): Promise<readonly Measurement[]> => {
  const data = makeDataFolder()
  const server = await startServer(data.path, undefined, { CONTENT_DIR: data.path })
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${server.url}/settings`)
    await page.getByRole('heading', { name: 'Daily study' }).waitFor()
    await fill(page)
    const times: number[] = []
    for (let i = 0; i < 5; i++) {
      await page.goto(`${server.url}/review`)
      await page.locator('article[data-card]').waitFor({ timeout: 120_000 })
      times.push(await page.evaluate(() => performance.now()))
    }
    return [
      {
        what: `first card on a device with ${decks * cardsADeck} cards in ${decks} decks, from navigation`,
        value: { number: percentile(times, 50), unit: 'ms' },
        bar: 1000,
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
    data.discard()
  }
}

/** One learner with 100,000 cards and 1,000,000 reviews. */
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
    all.push(...(await onDevice()))
    return all
  },
}
