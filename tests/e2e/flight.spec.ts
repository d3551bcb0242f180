import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import { Reviewer } from './reviewer'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer(data.path)
})
test.afterAll(async () => {
  await server.stop()
  data.discard()
})

type Kept = { readonly events: number; readonly waiting: number; readonly states: string }

/** What the device itself keeps. */
const kept = (page: Page): Promise<Kept> =>
  page.evaluate(async () => {
    const [db] = await indexedDB.databases()
    return new Promise<Kept>((resolve, reject) => {
      const open = indexedDB.open(db?.name ?? '')
      open.onerror = () => reject(open.error)
      open.onsuccess = () => {
        const tx = open.result.transaction(['events', 'outbox', 'states'])
        const events = tx.objectStore('events').count()
        const waiting = tx.objectStore('outbox').count()
        const states = tx.objectStore('states').getAll()
        tx.oncomplete = () => {
          open.result.close()
          resolve({ events: events.result, waiting: waiting.result, states: JSON.stringify(states.result) })
        }
      }
    })
  })

/** The page has been opened once, and has had the time to make itself ready. */
const readyToFly = async (page: Page): Promise<void> => {
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 60_000 })
    .toBe(true)
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const pages = await Promise.all(
            ['/', '/review', '/progress', '/settings', '/offline'].map((path) =>
              caches.match(path, { ignoreSearch: true }),
            ),
          )
          const assets = await (await caches.open('assets-1')).keys()
          const fonts = assets.filter(({ url }) => url.includes('KaTeX_')).length
          return pages.every(Boolean) && fonts >= 15
        }),
      { timeout: 90_000 },
    )
    .toBe(true)
}

const word = (page: Page) => page.locator('[role=status][data-state]')

const reviewSome = async (reviewer: Reviewer, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    await expect(reviewer.card).toBeVisible()
    await reviewer.answer()
    await reviewer.grade()
  }
}

const newDevice = async (context: BrowserContext): Promise<Reviewer> => {
  const page = await context.newPage()
  await page.goto(`${server.url}/review`)
  const reviewer = new Reviewer(page, 'en')
  await reviewer.learnDeck(server.url)
  await expect(reviewer.card).toBeVisible()
  return reviewer
}

test('a phone in flight mode reviews, computes, undoes and reloads, and brings everything home', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  const context = await browser.newContext()
  const reviewer = await newDevice(context)
  const { page } = reviewer
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await readyToFly(page)
  await context.setOffline(true)

  let computed = 0
  let graded = 0
  for (; graded < 20 && computed < 2; graded++) {
    await expect(reviewer.card).toBeVisible()
    const { card } = await reviewer.showing()
    if (card.type === 'compute') {
      // The engine itself was never asked for while there was a network.
      await expect(page.locator('[data-engine="report"]'), 'the engine runs').toBeVisible({ timeout: 60_000 })
      computed++
    }
    await reviewer.answer(card.type === 'compute')
    if (card.type === 'compute') await expect(page.locator('[role=status][data-right=false]')).toBeVisible()
    await reviewer.grade()
  }
  expect(computed, 'compute cards answered in the air').toBe(2)
  await expect(word(page)).toHaveAttribute('data-state', 'offline')

  const before = await kept(page)
  expect([before.events >= graded, before.waiting >= graded], 'kept and waiting').toEqual([true, true])
  await page.reload()
  await expect(reviewer.card, 'the review opens again without a network').toBeVisible()
  expect(await kept(page)).toEqual(before)

  const { card: next } = await reviewer.showing()
  // A field that waits for numbers keeps single keys to itself.
  await reviewer.card.focus()
  await page.keyboard.press('u')
  await expect(reviewer.card, 'undo works after the reload').not.toHaveAttribute('data-card', next.id)
  expect((await kept(page)).events).toBe(before.events + 1)
  // What was taken back comes with its answer, where there was one to mark.
  if (!(await page.getByRole('button', { name: /^Good/ }).isVisible())) await reviewer.answer()
  await reviewer.grade()

  const home = await context.newPage()
  await home.goto(server.url)
  await expect(home.getByRole('link', { name: 'Go on reviewing' }), 'another tab opens as well').toBeVisible()
  await home.close()

  const aloft = await kept(page)
  await context.setOffline(false)
  await expect(word(page), 'back on the ground').toHaveAttribute('data-state', 'saved', { timeout: 60_000 })
  const landed = await kept(page)
  expect([landed.waiting, landed.events, landed.states]).toEqual([0, aloft.events, aloft.states])
  const told = await page.evaluate(async () => {
    const response = await fetch('/api/sync', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cursor: 0, events: [] }),
    })
    return (await response.json()).events.length
  })
  expect(told, 'the server has every event').toBe(landed.events)
  expect(faults).toEqual([])
  await context.close()
})

test('two devices and two tabs of one learner agree after reviewing apart without a network', async ({ browser }) => {
  test.setTimeout(240_000)
  const [phone, desk] = [await browser.newContext(), await browser.newContext()]
  const onPhone = await newDevice(phone)
  await reviewSome(onPhone, 2)
  await expect(word(onPhone.page)).toHaveAttribute('data-state', 'saved', { timeout: 60_000 })
  const { path } = await (
    await onPhone.page.request.post(`${server.url}/api/account/recovery`, { headers: { origin: server.url } })
  ).json()
  const opening = await desk.newPage()
  await opening.goto(`${server.url}${path}`)
  await opening.getByRole('button', { name: 'Move my reviews here' }).click()
  await expect(opening.getByText('Your reviews are here')).toBeVisible()
  await opening.close()
  const onDesk = await newDevice(desk)
  await expect.poll(async () => (await kept(onDesk.page)).events).toBe((await kept(onPhone.page)).events)

  const reviewers = [onPhone, onDesk]
  for (const { page } of reviewers) await readyToFly(page)
  for (const context of [phone, desk]) await context.setOffline(true)
  const secondTab = await newDevice(desk)
  await reviewSome(onPhone, 3)
  await reviewSome(onDesk, 2)
  await reviewSome(secondTab, 2)
  for (const context of [phone, desk]) await context.setOffline(false)
  for (const { page } of [...reviewers, ...reviewers]) {
    await page.reload()
    await expect(word(page)).toHaveAttribute('data-state', 'saved', { timeout: 60_000 })
  }
  await expect
    .poll(async () => {
      const [one, other] = await Promise.all(reviewers.map(({ page }) => kept(page)))
      return (
        one?.states === other?.states && one?.events === other?.events && one?.waiting === 0 && other?.waiting === 0
      )
    })
    .toBe(true)
  await phone.close()
  await desk.close()
})
