import { expect, test } from '@playwright/test'
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

test('a deck travels compressed and may be kept for ever', async ({ request }) => {
  const { decks } = await (await request.get(`${server.url}/api/decks`)).json()
  const [deck] = decks
  const response = await request.get(`${server.url}/api/decks/${deck.id}/bundle?version=${deck.version}&language=en`, {
    headers: { 'accept-encoding': 'gzip' },
  })
  expect(response.headers()['content-encoding']).toBe('gzip')
  expect(response.headers()['cache-control']).toContain('immutable')
  expect((await response.json()).cards.length).toBe(deck.cards)
})
