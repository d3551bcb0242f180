import { chromium, type Page } from '@playwright/test'
import playwright from '../e2e/playwright.config'
import { Reviewer } from '../e2e/reviewer'
import { makeDataFolder, startServer } from '../e2e/server'
import { type Bench, type Measurement, percentile } from './bench'

const cards = 30

/** Milliseconds from a press to the moment the page shows what `selector` names, measured inside the page. */
const untilShown = (page: Page, press: 'grade' | 'enter', selector: string): Promise<number> =>
  page.evaluate(
    ({ how, wanted }) =>
      new Promise<number>((resolve) => {
        const start = performance.now()
        const observer = new MutationObserver(() => {
          if (document.querySelector(wanted) === null) return
          observer.disconnect()
          // The next frame is when a person sees it.
          requestAnimationFrame(() => resolve(performance.now() - start))
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
        if (how === 'enter') {
          const target = document.activeElement ?? document.body
          target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
        } else document.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true, cancelable: true }))
      }),
    { how: press, wanted: selector },
  )

const reviewAt = async (url: string, slowdown: number): Promise<{ grades: number[]; verdicts: number[] }> => {
  const browser = await chromium.launch(playwright.use?.launchOptions ?? {})
  const grades: number[] = []
  const verdicts: number[] = []
  try {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
    const reviewer = new Reviewer(page, 'en')
    await reviewer.learnDeck(url)
    await page.goto(`${url}/review`)
    await reviewer.card.waitFor()
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    for (let i = 0; i < cards; i++) {
      await reviewer.card.waitFor()
      const { card, seed } = await reviewer.showing()
      if (card.type === 'compute') {
        await reviewer.type()
        // The engine warms while a person reads and types; the bar is for a warm one.
        await page.locator('[data-engine="report"], [data-engine="refused"]').waitFor({ timeout: 60_000 })
        await page.waitForTimeout(400)
        verdicts.push(await untilShown(page, 'enter', '[role=status][data-right]'))
      } else await reviewer.answer()
      await page.waitForTimeout(400)
      grades.push(await untilShown(page, 'grade', `article[data-showing]:not([data-showing="${seed}"])`))
    }
  } finally {
    await browser.close()
  }
  return { grades, verdicts }
}

const told = (what: string, times: readonly number[], bar: number | null): readonly Measurement[] => [
  { what: `${what}, p95 of ${times.length}`, value: { number: percentile(times, 95), unit: 'ms' }, bar },
  { what: `${what}, median`, value: { number: percentile(times, 50), unit: 'ms' }, bar: null },
]

/** What a learner waits for: the next card after a grade on a slow phone, the verdict after Enter. */
export const review: Bench = {
  name: 'review',
  measure: async () => {
    const data = makeDataFolder()
    const server = await startServer(data.path)
    try {
      const slow = await reviewAt(server.url, 4)
      const plain = await reviewAt(server.url, 1)
      return [
        ...told('next card after a grade at 4x CPU slowdown', slow.grades, 100),
        ...told('verdict after Enter, engine warm', plain.verdicts, 150),
        ...told('verdict after Enter at 4x CPU slowdown', slow.verdicts, null),
      ]
    } finally {
      await server.stop()
      data.discard()
    }
  },
}
