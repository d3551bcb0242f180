import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page } from '@playwright/test'

const root = join(import.meta.dirname, '..', '..')
const hour = 3_600_000
/** As long as somebody takes to sign up and join on a busy machine, ms. */
const joining = 20_000

/** Makes an account; the labels are those of the page's language. */
export const signUp = async (page: Page, url: string, name: string): Promise<void> => {
  await page.goto(`${url}/sign-up`)
  await page.locator('input[type=email]').fill(`${name}@example.org`)
  await page.locator('input[type=password]').fill('a sentence is easier')
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`${url}/`)
}

export const appoint = (email: string, dataFolder: string): void => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'appoint', email, 'instructor'],
    { cwd: root, env: { ...process.env, DATA_DIR: dataFolder }, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
}

/** Asks the server as the page's own scripts would. */
export const post = async <T>(
  context: BrowserContext,
  url: string,
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' = 'POST',
): Promise<T> => {
  const response = await context.request.fetch(`${url}${path}`, { method, data: body, headers: { origin: url } })
  expect(response.ok(), `${method} ${path}: ${await response.text()}`).toBe(true)
  return (await response.json()) as T
}

/** How an exam is set that is open now. */
const openSetup = (): { [field: string]: unknown } => {
  const now = Date.now()
  return {
    title: 'Midterm',
    instructions: 'One sheet of notes is allowed.',
    opensAt: now - hour,
    dueAt: now + hour,
    closesAt: now + hour,
    durationMinutes: 30,
    graceSeconds: 30,
    zone: 'Asia/Shanghai',
    roomCode: 'heron',
    forms: 3,
    credit: 'cells',
    feedback: { show: 'full', when: 'handed-in', at: null, keysEarly: true },
    liveScore: true,
    admission: 'joined',
    accommodations: [{ label: 'extra time', factor: 1.5, breakMinutes: 10 }],
  }
}

/**
 * Publishes an exam without a code of the room that asks exactly these cards, in their order. It opens in a moment: whoever
 * joins until then begins without being let in.
 */
export const publishExamOf = async (
  desk: BrowserContext,
  url: string,
  classId: string,
  cards: readonly string[],
): Promise<string> => {
  const items = cards.map((card) => ({ card, difficulty: 0.5 }))
  const zones = [{ id: 'a', title: 'Part A', take: cards.length, points: 5, shuffle: false, lock: false, items }]
  const setup = { ...openSetup(), opensAt: Date.now() + joining, roomCode: null, zones }
  const { exam } = await post<{ exam: string }>(desk, url, '/api/exams', { classId, setup })
  await post(desk, url, `/api/exams/${exam}/publish`, { base: 1 })
  return exam
}

/** Ids of those who ask to be let in. */
export const whoAsks = async (desk: BrowserContext, url: string, exam: string): Promise<readonly string[]> => {
  const listed = await desk.request.get(`${url}/api/exams/${exam}/attempts`)
  const { attempts } = (await listed.json()) as { attempts: { asks: { student: string } | null }[] }
  return attempts.flatMap(({ asks }) => asks?.student ?? [])
}

/** Lets in whoever asks. */
export const letIn = async (desk: BrowserContext, url: string, exam: string): Promise<void> => {
  for (const student of await whoAsks(desk, url, exam))
    await post(desk, url, `/api/exams/${exam}/admissions`, { student })
}

/** The bell rings in so many ms for everybody, without grace. */
export const ringSoon = async (desk: BrowserContext, url: string, exam: string, ms: number): Promise<void> => {
  const read = await desk.request.get(`${url}/api/exams/${exam}`)
  const { revision, setup } = (await read.json()) as { revision: number; setup: object }
  const sooner = { ...setup, dueAt: Date.now() + ms, graceSeconds: 0 }
  await post(desk, url, `/api/exams/${exam}`, { base: revision, setup: sooner }, 'PUT')
}

/** A draft of three questions in two parts with a point of no return between them; open now, with a code of the room. */
export const draftExam = async (desk: BrowserContext, url: string, classId: string): Promise<string> => {
  const { decks } = (await (await desk.request.get(`${url}/api/decks`)).json()) as { decks: { id: string }[] }
  const deck = decks[0]?.id ?? ''
  const listed = await desk.request.get(`${url}/api/exams/cards?class=${classId}&deck=${deck}&language=en`)
  const { cards } = (await listed.json()) as { cards: { card: string; type: string }[] }
  const ofType = (type: string, nth: number) => ({
    card: cards.filter((one) => one.type === type)[nth]?.card ?? '',
    difficulty: 0.5,
  })
  const items = [ofType('choice', 0), ofType('compute', 0), ofType('choice', 1)]
  const zone = (id: string, from: number, to: number, lock: boolean) => ({
    id,
    title: `Part ${id.toUpperCase()}`,
    take: to - from,
    points: 5,
    shuffle: false,
    lock,
    items: items.slice(from, to),
  })
  const setup = { ...openSetup(), zones: [zone('a', 0, 2, true), zone('b', 2, 3, false)] }
  return (await post<{ exam: string }>(desk, url, '/api/exams', { classId, setup })).exam
}

/** A picture of the screen; it must fit the window and be readable by everybody. */
export const lookAt = async (page: Page, name: string, fullPage = false): Promise<void> => {
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.screenshot({ path: `tests/e2e/screenshots/exam-${name}.png`, fullPage })
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect.soft(sideways, `${name} scrolls sideways`).toBeLessThanOrEqual(0)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect
    .soft(
      violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`),
      'accessibility',
    )
    .toEqual([])
}
