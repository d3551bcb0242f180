import { type CDPSession, chromium, type Page } from '@playwright/test'
import playwright from '../e2e/playwright.config'
import { makeDataFolder, startServer } from '../e2e/server'
import { type Bench, type Measurement, percentile } from './bench'

const size = { decks: 200, cardsADeck: 500, reviewsACard: 10 }

const today = Math.floor(Date.now() / 86_400_000)

/**
 * Fills the device's own store as years of reviewing would have, in the shape of its first version: the next visit brings it
 * over as an update of the application would.
 */
const fill = (page: Page): Promise<void> =>
  page.evaluate(
    async ({ decks, cardsADeck, reviewsACard, today: day }) => {
      const dayMs = 86_400_000
      await new Promise<void>((resolve) => {
        const gone = indexedDB.deleteDatabase('gradeck')
        gone.onsuccess = () => resolve()
      })
      const open = indexedDB.open('gradeck', 1)
      open.onupgradeneeded = () => {
        const made = open.result
        const events = made.createObjectStore('events', { keyPath: 'id' })
        events.createIndex('card', 'cardId')
        events.createIndex('at', 'at')
        made.createObjectStore('states', { keyPath: 'cardId' })
        made.createObjectStore('outbox', { keyPath: 'id' })
        made.createObjectStore('rejected', { keyPath: 'id' })
        made.createObjectStore('bundles', { keyPath: ['deck', 'language'] })
        made.createObjectStore('meta')
      }
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result)
        open.onerror = () => reject(open.error)
      })
      for (let deck = 0; deck < decks; deck++) {
        const tx = db.transaction(['states', 'bundles', 'events'], 'readwrite', { durability: 'relaxed' })
        const cards = Array.from({ length: cardsADeck }, (_, n) => ({
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
                  children: [{ kind: 'text', text: `The answer to ${n}: one fact worth keeping.` }],
                },
              ],
            },
          },
        }))
        const frame = { format: 1, version: 'v1', language: 'en', author: '', licence: '', source: '' }
        tx.objectStore('bundles').put({ ...frame, title: `Deck ${deck}`, deck: `deck-${deck}`, cards })
        for (let n = 0; n < cardsADeck; n++) {
          const place = deck * cardsADeck + n
          const cardId = `deck-${deck}/card-${n}`
          // A card comes round every hundred days, so that a thousand cards are reviewed on each of them.
          const lastDay = day - 1 - ((place * 7919) % 100)
          let last = { at: 0, id: '' }
          for (let round = 0; round < reviewsACard; round++) {
            const at = (lastDay - (reviewsACard - 1 - round) * 100) * dayMs + 36e6 + place
            last = { at, id: `${String(at).padStart(14, '0')}-${place}` }
            tx.objectStore('events').put({
              ...last,
              kind: 'grade',
              deviceId: 'device',
              cardId,
              revision: 'r',
              zoneOffset: 0,
              dayStartsAt: 4,
              grade: 'good',
              durationMs: 9000,
              suggested: null,
              given: null,
              answer: { kind: 'reveal' },
              verdict: 'ungraded',
              mistake: null,
              algorithm: 'fsrs-6',
              parameters: 'default',
            })
          }
          tx.objectStore('states').put({
            cardId,
            memory: {
              kind: 'review',
              stability: 20 + (place % 90),
              difficulty: 5,
              lastAt: last.at,
              lastDay,
              intervalDays: 20,
              dueDay: day - 5 + ((place * 7919) % 200),
            },
            reps: reviewsACard,
            lapses: 0,
            introducedDay: day - 1000,
            suspended: false,
            buriedUntil: null,
            flag: 0,
            seen: last,
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
    { ...size, today },
  )

/** Processor time of the page's main thread so far, ms. */
const threadMs = async (devtools: CDPSession): Promise<number> => {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

interface Opening {
  readonly ms: number
  readonly cpu: number
}

const openReview = async (page: Page, url: string): Promise<Opening> => {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.goto(`${url}/icon.svg`)
  const before = await threadMs(devtools)
  await page.goto(`${url}/review`, { waitUntil: 'commit' })
  // Watched inside the page, so that the asking takes no part in it.
  const ms = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error('No card came within two minutes.')), 120_000)
        const observer = new MutationObserver(() => {
          if (document.querySelector('article[data-card]') === null) return
          observer.disconnect()
          requestAnimationFrame(() => resolve(performance.now()))
        })
        observer.observe(document, { subtree: true, childList: true })
        // What came before this began.
        document.documentElement.append(document.createComment(''))
      }),
  )
  const cpu = (await threadMs(devtools)) - before
  await devtools.detach()
  return { ms, cpu }
}

const open = async (): Promise<readonly Measurement[]> => {
  const data = makeDataFolder()
  const server = await startServer(data.path, undefined, { CONTENT_DIR: data.path })
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
  try {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(`${server.url}/icon.svg`)
    await fill(page)
    // The server has none of these decks, and a device that hears so lets go of them.
    await page.addInitScript(() => {
      const { fetch } = window
      window.fetch = (...asked) =>
        String(asked[0]).endsWith('/api/decks') ? Promise.reject(new TypeError('no network')) : fetch(...asked)
    })
    const once = await openReview(page, server.url)
    // The states are put into packs in the background of the first visits.
    await page.waitForFunction(
      () =>
        new Promise<boolean>((resolve) => {
          const open = indexedDB.open('gradeck')
          open.onsuccess = () => {
            const count = open.result.transaction('states').objectStore('states').count()
            count.onsuccess = () => {
              open.result.close()
              resolve(count.result === 0)
            }
          }
        }),
      undefined,
      { timeout: 600_000, polling: 2000 },
    )
    const openings: Opening[] = []
    for (let i = 0; i < 5; i++) openings.push(await openReview(page, server.url))
    const of = `${size.decks * size.cardsADeck} cards and ${size.decks * size.cardsADeck * size.reviewsACard} reviews`
    const ms = (number: number) => ({ number, unit: 'ms' })
    return [
      {
        what: `first card on a device with ${of} in ${size.decks} decks, from navigation, median of 5`,
        value: ms(
          percentile(
            openings.map((one) => one.ms),
            50,
          ),
        ),
        bar: 1000,
      },
      { what: 'the fastest of them', value: ms(Math.min(...openings.map((one) => one.ms))), bar: null },
      {
        what: "processor time of the page's thread, median",
        value: ms(
          percentile(
            openings.map((one) => one.cpu),
            50,
          ),
        ),
        bar: null,
      },
      { what: 'once, bringing over a store of the first version', value: ms(once.ms), bar: null },
    ]
  } finally {
    await browser.close()
    await server.stop()
    data.discard()
  }
}

/** From the navigation to the first card on a device that holds a learner's whole past: 100,000 cards, 1,000,000 reviews. */
export const firstCard: Bench = { name: 'first-card', measure: open }
