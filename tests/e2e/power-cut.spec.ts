import { expect, type Page, test } from '@playwright/test'
import { makeRng } from '@/lib/core/rng'
import type { SyncResponse } from '@/lib/sync/protocol'
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

/** Ids the server has told the page it keeps, heard on the wire. */
const listenForAcknowledged = (page: Page): Set<string> => {
  const acknowledged = new Set<string>()
  page.on('response', async (response) => {
    if (!response.url().endsWith('/api/sync') || !response.ok()) return
    const body = (await response.json().catch(() => null)) as SyncResponse | null
    for (const id of body?.accepted ?? []) acknowledged.add(id)
  })
  return acknowledged
}

/** Everything the server has of the person signed in on this page. */
const eventsOnServer = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const ids: string[] = []
    let cursor = 0
    for (let more = true; more; ) {
      const response = await fetch('/api/sync', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ deviceId: '0'.repeat(26), epoch: null, cursor, sentAt: Date.now(), events: [] }),
      })
      if (!response.ok) throw new Error(`sync answered ${response.status}: ${await response.text()}`)
      const answer = await response.json()
      ids.push(...answer.events.map((event: { id: string }) => event.id))
      more = answer.more
      cursor = answer.cursor
    }
    return ids
  })

test('no acknowledged review is missing after the server is killed at any moment', async ({ page }) => {
  test.setTimeout(240_000)
  const acknowledged = listenForAcknowledged(page)
  const rng = makeRng('power cut', 1)
  await page.goto(`${server.url}/review`)
  const reviewer = new Reviewer(page, 'en')
  await reviewer.learnDeck(server.url)
  let graded = 0
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 4; i++) {
      await expect(reviewer.card).toBeVisible()
      await reviewer.answer()
      await reviewer.grade()
      graded++
    }
    // Before, inside or after the exchange that follows the last grade.
    await page.waitForTimeout(rng.integer(0, 1800))
    await server.kill()
    await expect(reviewer.card, 'the learner can go on without a server').toBeVisible()
    await reviewer.answer()
    await reviewer.grade()
    graded++
    server = await startServer(data.path, Number(new URL(server.url).port))
    const kept = new Set(await eventsOnServer(page))
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
  }
  expect(acknowledged.size).toBeGreaterThan(0)
  await page.reload()
  await expect.poll(async () => (await eventsOnServer(page)).length, { timeout: 30_000 }).toBe(graded)
})

test('a second server on the same data folder says so and ends', async () => {
  await expect(startServer(data.path)).rejects.toThrow(/exit code 1[\s\S]*already/i)
})

test('Ctrl-C ends the server cleanly', async () => {
  expect(await server.stop()).toBe(0)
  server = await startServer(data.path)
})
