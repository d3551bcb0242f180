import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
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

const sizes = {
  small: { width: 360, height: 640 },
  phone: { width: 390, height: 844 },
  desktop: { width: 1280, height: 800 },
}
/** Each language in both themes, and the smallest window in both languages. */
const views = [
  { size: 'small', language: 'en', theme: 'dark' },
  { size: 'small', language: 'zh', theme: 'light' },
  { size: 'phone', language: 'en', theme: 'light' },
  { size: 'desktop', language: 'zh', theme: 'dark' },
] as const

const lookAt = async (page: Page, name: string, view: string): Promise<void> => {
  // Formulas are measured once their fonts have come; a busy machine takes its time.
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForTimeout(500)
  await page.screenshot({ path: `tests/e2e/screenshots/${name}-${view}.png` })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(
    violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`),
    'accessibility',
  ).toEqual([])
}

for (const { size, language, theme } of views) {
  test(`cards, sections and explorers fit and can be read by everybody: ${size}, ${language}, ${theme}`, async ({
    browser,
  }) => {
    test.setTimeout(600_000)
    const context = await browser.newContext({
      viewport: sizes[size],
      hasTouch: size !== 'desktop',
      colorScheme: theme,
      reducedMotion: 'reduce',
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
    })
    const page = await context.newPage()
    const view = `${size}-${language}-${theme}`
    const faults: string[] = []
    page.on('pageerror', ({ message }) => faults.push(message))
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text())
    })

    await page.goto(server.url)
    await lookAt(page, 'welcome', view)
    await page.goto(`${server.url}/review`)
    const reviewer = new Reviewer(page, language)
    await reviewer.learnDeck(server.url)
    const seen = new Set<string>()
    for (let i = 0; i < 20; i++) {
      await expect(reviewer.card).toBeVisible()
      const { card } = await reviewer.showing()
      const first = !seen.has(card.type)
      if (first) await lookAt(page, `review-${card.type}`, view)
      await reviewer.answer(card.type === 'compute')
      if (first) await lookAt(page, `review-${card.type}-answer`, view)
      seen.add(card.type)
      await reviewer.grade()
    }
    expect([...seen]).toContain('compute')
    await page.goto(`${server.url}/course`)
    await page.locator('main a[href*="/course/"]').first().click()
    await expect(page.locator('main h1')).toBeVisible()
    await lookAt(page, 'section', view)
    await page.goto(`${server.url}/course/cs231n/adam`)
    await expect(page.locator('figure input[type=range]').first()).toBeVisible()
    await lookAt(page, 'explorer', view)
    await page.goto(`${server.url}/course/cs231n/concept`)
    await page.locator('main button[aria-pressed]').nth(40).click()
    await expect(page.locator('main aside')).toBeVisible()
    await lookAt(page, 'map', view)
    await context.close()
    expect(faults).toEqual([])
  })
}
