import { chromium, type Page, type Request } from '@playwright/test'
import playwright from '../e2e/playwright.config'
import { Reviewer } from '../e2e/reviewer'
import { makeDataFolder, startServer } from '../e2e/server'
import type { Bench } from './bench'

const kilobyte = 1024
/** A page that has asked for nothing during this time has what it wants, ms. */
const quiet = 2000
const mostCards = 60

/** Every script the page and its workers fetched, in bytes as they travelled: compressed, headers included. */
const countScripts = (page: Page) => {
  const finished: Request[] = []
  let last = Date.now()
  page.on('request', () => {
    last = Date.now()
  })
  page.on('requestfinished', (request) => {
    last = Date.now()
    finished.push(request)
  })
  const sizes = async (): Promise<ReadonlyMap<string, number>> => {
    const found = new Map<string, number>()
    for (const request of finished) {
      const response = await request.response()
      const type = (await response?.headerValue('content-type')) ?? ''
      // What the service worker hands out again, or fetches for later, was or will be counted where it is needed.
      if (!/javascript/.test(type) || response?.fromServiceWorker()) continue
      const { responseBodySize, responseHeadersSize } = await request.sizes()
      found.set(new URL(request.url()).pathname, responseBodySize + responseHeadersSize)
    }
    return found
  }
  const settle = async () => {
    while (Date.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return { sizes, settle }
}

/** TensorFlow.js names its flags, and minifying keeps their names. */
const isEngine = async (url: string, path: string): Promise<boolean> =>
  (await (await fetch(`${url}${path}`)).text()).includes('WEBGL_CPU_FORWARD')

const total = (sizes: Iterable<number>): number => [...sizes].reduce((sum, size) => sum + size, 0) / kilobyte

/** JavaScript over the wire: what the first card needs, and the engine that a compute card adds. */
export const size: Bench = {
  name: 'size',
  measure: async () => {
    const data = makeDataFolder()
    const server = await startServer(data.path)
    const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 }, serviceWorkers: 'block' })
      const page = await context.newPage()
      const scripts = countScripts(page)
      const reviewer = new Reviewer(page, 'en')
      await reviewer.learnDeck(server.url)
      await page.goto(`${server.url}/review`)
      await reviewer.card.waitFor()
      await scripts.settle()
      const before = await scripts.sizes()
      for (let i = 0; i < mostCards && (await reviewer.showing()).card.type !== 'compute'; i++) {
        await reviewer.answer()
        await reviewer.grade()
      }
      await page.locator('[data-engine="report"], [data-engine="refused"]').waitFor({ timeout: 60_000 })
      await scripts.settle()
      const after = await scripts.sizes()
      const engine: string[] = []
      for (const path of after.keys()) if (await isEngine(server.url, path)) engine.push(path)
      const bytes = (paths: Iterable<string>) => total([...paths].map((path) => after.get(path) ?? 0))
      const fetchedFirst = [...before.keys()].filter((path) => !engine.includes(path))
      return [
        { what: 'review page before the engine', value: { number: bytes(fetchedFirst), unit: 'KB' }, bar: 220 },
        { what: 'the engine', value: { number: bytes(engine), unit: 'KB' }, bar: 130 },
        { what: 'all that a compute card needs', value: { number: bytes(after.keys()), unit: 'KB' }, bar: null },
      ]
    } finally {
      await browser.close()
      await server.stop()
      data.discard()
    }
  },
}
