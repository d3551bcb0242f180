import { expect, type Page, test } from '@playwright/test'
import { appoint, post, publishExamOf, signUp } from './exam-hall'
import { longestQuestions } from './long-questions'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
let server: RunningServer
let longest: readonly string[] = []

test.use({ viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true })
test.beforeAll(async () => {
  server = await startServer(data.path)
  longest = await longestQuestions(server.url, 2)
})
test.afterAll(async () => {
  await server.stop()
  data.discard()
})

interface Seen {
  /** What lies over a corner of the cell that has the focus. */
  readonly covered: readonly string[]
  /** Whether the name of what is asked can be read. */
  readonly named: boolean
  /** Height of the question above the answer, and whether the first of it shows. */
  readonly question: number
  readonly sideways: number
}

/** What a learner sees of the question and of the cell that is being filled. */
const look = (page: Page): Promise<Seen> =>
  page.evaluate(() => {
    const cell = document.activeElement as HTMLElement
    const at = (x: number, y: number) => document.elementFromPoint(x, y)
    const box = cell.getBoundingClientRect()
    const corners = [box.left + 3, box.right - 3].flatMap((x) =>
      [box.top + 3, box.bottom - 3].map((y) => [x, y] as const),
    )
    const covered = corners.flatMap(([x, y]) =>
      at(x, y) === cell ? [] : [at(x, y)?.outerHTML.slice(0, 80) ?? 'the edge'],
    )
    const asked = cell.closest('fieldset')
    const label = asked?.querySelector('[role=math], div > span')?.getBoundingClientRect()
    const over = label && at(label.left + label.width / 2, label.top + label.height / 2)
    const question = document.querySelector('main article div[lang]')?.getBoundingClientRect()
    const room = document.querySelector('main')?.getBoundingClientRect()
    const pane = document.querySelector('[data-docked=true]')?.parentElement?.getBoundingClientRect()
    return {
      covered,
      named: asked !== null && over !== undefined && asked.contains(over),
      question: question && room && pane ? Math.min(pane.top, question.bottom) - Math.max(question.top, room.top) : 0,
      sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    }
  })

/** Goes through every cell with the keypad; the question and the cell stay in sight all the while. */
const walk = async (page: Page, name: string): Promise<number> => {
  const cells = page.locator('main article input[type=text]')
  const pad = page.locator('fieldset[data-keypad]')
  await expect(pad).toBeVisible()
  await cells.first().tap()
  const count = await cells.count()
  const whole = await page
    .locator('main article div[lang]')
    .first()
    .evaluate((question) => question.scrollHeight)
  for (let cell = 0; cell < count; cell++) {
    await expect(cells.nth(cell)).toBeFocused()
    const { covered, named, question, sideways } = await look(page)
    expect.soft(covered, `${name}: cell ${cell + 1} of ${count} is covered`).toEqual([])
    expect.soft(named, `${name}: what cell ${cell + 1} is asked for is out of sight`).toBe(true)
    expect
      .soft(question, `${name}: the question is out of sight at cell ${cell + 1}`)
      .toBeGreaterThan(Math.min(whole - 1, 72))
    expect.soft(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
    if (cell < count - 1) await pad.getByRole('button', { name: 'next cell' }).tap()
  }
  return count
}

const picture = (page: Page, name: string) =>
  page.screenshot({ path: `tests/e2e/screenshots/phone-${name.replaceAll('/', '-')}.png` })

/** An exam over everything, from whose pages any card can be opened. */
const planExam = async (page: Page): Promise<string> => {
  await page.goto(`${server.url}/exam#new`)
  await page.getByRole('radio', { name: 'Search' }).check({ force: true })
  await page.getByRole('combobox').fill('type:compute')
  await page.getByLabel('Name').fill('Finals')
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByLabel('Day of the exam').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10))
  await page.getByRole('button', { name: 'Next' }).click()
  await page.getByRole('button', { name: 'Make the plan' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Finals' })).toBeVisible()
  return decodeURIComponent(new URL(page.url()).hash.slice(1))
}

test('the longest questions of a practice paper and of a review stay in sight with the keypad open', async ({
  page,
}) => {
  const exam = await planExam(page)
  const paper = {
    exam,
    seed: 'long',
    startedAt: Date.now(),
    endsAt: Date.now() + 3_600_000,
    at: 0,
    slots: longest.map((card) => ({ card, answer: null, flagged: false })),
  }
  await page.evaluate((kept) => localStorage.setItem('gradeck.paper', kept), JSON.stringify(paper))
  await page.goto(`${server.url}/exam/sit#${exam}/paper`)
  let cells = 0
  for (const [place, card] of longest.entries()) {
    await expect(page.locator(`article[data-question="${card}"]`)).toBeVisible()
    cells += await walk(page, `paper, ${card}`)
    await picture(page, `paper-${card}`)
    if (place < longest.length - 1) await page.getByRole('navigation').getByRole('button').last().tap()
  }
  expect(cells, 'cells looked at').toBeGreaterThan(longest.length)
  for (const card of longest.slice(0, 4)) {
    await page.goto(`${server.url}/exam#${exam}`)
    await page.goto(`${server.url}/exam/sit#${exam}/again/${encodeURIComponent(card)}`)
    await expect(page.locator(`article[data-card="${card}"]`)).toBeVisible()
    await walk(page, `review, ${card}`)
    await picture(page, `review-${card}`)
  }
})

test('the first field for the steps is in sight below an opened graph', async ({ page }) => {
  const exam = await planExam(page)
  const card = 'cs231n/conv-layer.filter-gradient'
  await page.goto(`${server.url}/exam/sit#${exam}/again/${encodeURIComponent(card)}`)
  await expect(page.locator(`article[data-card="${card}"]`)).toBeVisible()
  for (const cell of await page.locator('main article input[type=text]').all()) await cell.fill('99')
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: /^Check/ }).tap()
  await page.getByRole('button', { name: 'Show the steps as a graph' }).tap()
  await expect(page.getByRole('button', { name: 'Play' })).toBeVisible()
  await page.getByRole('button', { name: /^Where did it go wrong/ }).tap()
  await expect(page.locator('fieldset[data-keypad]')).toBeVisible()
  await expect.poll(async () => (await look(page)).covered).toEqual([])
  await picture(page, 'steps')
  // The press that closes the keypad reaches what it is on.
  const done = page.getByRole('button', { name: 'Find the first wrong step' })
  await page.locator('section input[type=text]').first().fill('1')
  await done.scrollIntoViewIfNeeded()
  await done.tap()
  await expect(
    page.getByText(/First wrong step|entr(y|ies) follow|What you entered follows|is still empty/).first(),
  ).toBeVisible()
})

test('the longest questions of an exam stay in sight with the keypad open', async ({ page, browser }) => {
  const desk = await browser.newContext()
  await signUp(await desk.newPage(), server.url, 'teacher')
  appoint('teacher@example.org', data.path)
  const { id } = await post<{ id: string }>(desk, server.url, '/api/classes', {
    title: 'Spring',
    about: '',
    zone: 'UTC',
  })
  const { code } = await post<{ code: { code: string } }>(desk, server.url, `/api/classes/${id}/code`, { days: 7 })
  const exam = await publishExamOf(desk, server.url, id, longest)
  await desk.close()
  await signUp(page, server.url, 'student')
  await post(page.context(), server.url, `/api/join/${code.code}`, {})
  await page.goto(`${server.url}/exams/${exam}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Midterm' })).toBeVisible()
  await page.getByRole('button', { name: 'Begin now' }).tap()
  for (const [place, card] of longest.entries()) {
    await expect(page.getByRole('heading', { name: new RegExp(`Question ${place + 1} of`) })).toBeVisible()
    const cells = await walk(page, `exam, ${card}`)
    await picture(page, `exam-${card}`)
    if (place === 0) {
      await page.getByRole('button', { name: 'fold the keypad away to read the question' }).tap()
      await expect(page.getByRole('button', { name: '7', exact: true })).toHaveCount(0)
      await picture(page, 'exam-folded')
      await page
        .locator('main article input[type=text]')
        .nth(cells - 1)
        .tap()
      await expect(page.getByRole('button', { name: '7', exact: true })).toBeVisible()
      await page.setViewportSize({ width: 640, height: 360 })
      await walk(page, `exam held sideways, ${card}`)
      await picture(page, 'exam-sideways')
      await page.setViewportSize({ width: 360, height: 640 })
    }
    if (place < longest.length - 1) await page.getByRole('button', { name: 'Next question' }).first().tap()
  }
})
