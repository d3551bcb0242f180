import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
let server: RunningServer

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true })
test.beforeAll(async () => {
  server = await startServer(data.path)
})
test.afterAll(async () => {
  await server.stop()
  data.discard()
})

/** The page fits, and everybody can read it. */
const lookAt = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `tests/e2e/screenshots/${name}-small-en.png` })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([])
}
/** Buttons rest for a moment after they appear, so that a double tap is one answer. */
const settle = (page: Page) => page.waitForTimeout(400)

test('a learner plans an exam on a phone, does the first card of the day, and sits a practice paper', async ({
  page,
}) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(`${server.url}/exam`)
  await page.getByRole('link', { name: 'Prepare for an exam' }).click()

  await page.getByRole('radio', { name: 'Search' }).check({ force: true })
  await page.getByRole('combobox').fill('type:choice concept:binary-softmax-classifier')
  await expect(page.getByText(/^2 cards, 0 begun\.$/)).toBeVisible()
  await page.getByLabel('Name').fill('Finals')
  await lookAt(page, 'exam-what')
  await page.getByRole('button', { name: 'Next' }).click()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await page.getByLabel('Day of the exam').fill(tomorrow)
  await page.getByRole('button', { name: 'Next' }).click()
  await expect(page.getByText('If you keep to the plan')).toBeVisible()
  await lookAt(page, 'exam-minutes')
  await page.getByRole('button', { name: 'Make the plan' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Finals' })).toBeVisible()
  await expect(page.getByText('1 day left')).toBeVisible()
  await expect(page.getByText('If you stop now')).toBeVisible()
  const calendar = page.getByRole('table')
  await expect(calendar.getByText(/: the exam$/)).toBeAttached()
  await lookAt(page, 'exam')

  await page.getByRole('link', { name: 'Begin today’s part' }).click()
  const card = page.locator('article[data-card]')
  await expect(card).toBeVisible()
  const first = await card.getAttribute('data-card')
  await settle(page)
  await card.getByRole('button').last().click()
  await settle(page)
  await page.getByRole('button', { name: /^Good/ }).click()
  await expect(page.locator(`article[data-card="${first}"]`)).toHaveCount(0)
  await page.getByRole('link', { name: 'Close' }).click()
  await expect(page.getByText(/^Done today: 1 card/)).toBeVisible()

  await page.getByRole('link', { name: 'Practice paper' }).click()
  await page.getByRole('button', { name: /^Start:/ }).click()
  const question = page.locator('article[data-question]')
  await expect(question).toBeVisible()
  await lookAt(page, 'exam-paper')
  const asked = await question.getAttribute('data-question')
  await question.getByRole('radio').or(question.getByRole('checkbox')).first().check({ force: true })
  await page.reload()
  await expect(page.locator(`article[data-question="${asked}"]`), 'the paper is as it was left').toBeVisible()
  await expect(page.getByRole('button', { name: /^1 of 2 answered$/ })).toBeVisible()
  await page.getByRole('button', { name: /answered$/ }).click()
  await lookAt(page, 'exam-paper-list')
  await page.getByRole('button', { name: 'Hand in', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /% right$/ })).toBeVisible()
  await lookAt(page, 'exam-paper-result')
  await page.getByRole('link', { name: 'Back to the exam' }).click()
  await expect(page.getByRole('heading', { name: 'Scores' })).toBeVisible()
  await page.getByRole('link', { name: 'Formula sheet' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Formulas: Finals' })).toBeVisible()
  await lookAt(page, 'exam-formulas')
  await page.goto(server.url)
  await expect(page.getByText('Finals: 1 day left.')).toBeVisible()
  expect(faults).toEqual([])
})
