import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import en from '@/app/_i18n/messages/en/shell.json' with { type: 'json' }
import zh from '@/app/_i18n/messages/zh/shell.json' with { type: 'json' }
import { type Language, languages } from '@/lib/core/language'
import { pages } from '../contract/access/pages'
import { post } from './exam-hall'
import { type RunningServer, startServer } from './server'

const root = join(import.meta.dirname, '..', '..')
const folder = mkdtempSync(join(tmpdir(), 'gradeck-pages-'))
let server: RunningServer
let world: World

/** A class three months old, its exams, and a bank: every page has something to show. */
interface World {
  readonly password: string
  readonly classId: string
  readonly midterm: string
  readonly quiz: string
  readonly code: string
  readonly bank: string
  readonly token: string
}

type Who = 'nobody' | 'student' | 'teacher'

/** An address without a page, of which the framework sends no more than the scripts that say so. */
const nowhere = '/nowhere'

/** Who looks at a page and under which addresses; several where one page is several. */
const looks: { readonly [page: string]: readonly [Who, ...((world: World) => string)[]] } = {
  '(account)/sign-up/page.tsx': ['nobody', () => '/sign-up'],
  '(account)/sign-in/page.tsx': ['nobody', () => '/sign-in'],
  '(account)/owner/[token]/page.tsx': ['nobody', () => '/owner/nothing'],
  '(account)/recover/[token]/page.tsx': ['nobody', () => '/recover/nothing'],
  '(account)/reset/[token]/page.tsx': ['nobody', () => '/reset/nothing'],
  '(house)/page.tsx': ['nobody', () => '/'],
  '(house)/offline/page.tsx': ['nobody', () => '/offline'],
  '(house)/privacy/page.tsx': ['nobody', () => '/privacy'],
  '(house)/licences/page.tsx': ['nobody', () => '/licences'],
  '(house)/[...rest]/page.tsx': ['nobody', () => nowhere],
  '(house)/join/[code]/page.tsx': ['nobody', ({ code }) => `/join/${code}`],
  '(house)/engine/page.tsx': ['nobody', () => '/engine'],
  '(house)/course/page.tsx': ['student', () => '/course'],
  '(house)/course/[deck]/[section]/page.tsx': ['student', () => '/course/cs231n/adam'],
  '(house)/course/[deck]/concept/page.tsx': ['student', () => '/course/cs231n/concept'],
  '(house)/course/[deck]/concept/[concept]/page.tsx': ['student', () => '/course/cs231n/concept/cv-definition'],
  '(house)/browse/page.tsx': ['student', () => '/browse'],
  '(house)/classes/page.tsx': ['student', () => '/classes'],
  '(house)/classes/[class]/page.tsx': ['student', ({ classId }) => `/classes/${classId}`],
  '(house)/export/page.tsx': ['student', () => '/export'],
  '(house)/import/page.tsx': ['student', () => '/import'],
  '(house)/exam/page.tsx': ['student', () => '/exam', () => '/exam#new'],
  '(house)/progress/page.tsx': ['student', () => '/progress', () => '/'],
  '(house)/settings/page.tsx': ['student', () => '/settings'],
  '(house)/settings/decks/page.tsx': ['student', () => '/settings/decks'],
  '(house)/settings/memory/page.tsx': ['student', () => '/settings/memory'],
  '(house)/settings/plan/page.tsx': ['student', () => '/settings/plan'],
  '(house)/exams/page.tsx': ['student', () => '/exams'],
  '(house)/exams/[exam]/page.tsx': ['student', ({ midterm }) => `/exams/${midterm}`, ({ quiz }) => `/exams/${quiz}`],
  '(learn)/exams/[exam]/take/page.tsx': ['student', ({ quiz }) => `/exams/${quiz}/take`],
  '(learn)/exam/sit/page.tsx': ['student', () => '/exam/sit#gone/paper'],
  '(learn)/practice/page.tsx': ['student', () => '/practice'],
  '(learn)/review/page.tsx': ['student', () => '/review'],
  '(house)/corrections/page.tsx': ['teacher', () => '/corrections'],
  '(house)/shared/[token]/page.tsx': ['student', ({ token }) => `/shared/${token}`],
  '(house)/classes/[class]/manage/page.tsx': ['teacher', ({ classId }) => `/classes/${classId}/manage`],
  '(house)/classes/[class]/report/page.tsx': ['teacher', ({ classId }) => `/classes/${classId}/report`],
  '(house)/teach/page.tsx': ['teacher', () => '/teach'],
  '(house)/teach/import/page.tsx': ['teacher', () => '/teach/import'],
  '(house)/teach/[bank]/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}`],
  '(house)/teach/[bank]/edit/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}/edit`],
  '(house)/teach/[bank]/history/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}/history`],
  '(house)/teach/[bank]/publish/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}/publish`],
  '(house)/teach/[bank]/print/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}/print`],
  '(house)/teach/[bank]/origin/page.tsx': ['teacher', ({ bank }) => `/teach/${bank}/origin`],
  '(house)/teach/invited/[token]/page.tsx': ['student', () => '/teach/invited/nothing'],
  '(house)/teach/exams/[exam]/page.tsx': ['teacher', ({ midterm }) => `/teach/exams/${midterm}`],
}

const makeDemo = (): Omit<World, 'bank' | 'token'> => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'demo', '--into', folder],
    { cwd: root, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
  const told = (pattern: RegExp): string => {
    const found = pattern.exec(stdout)?.[1]
    if (found === undefined) throw new Error(`The demo does not say ${pattern}:\n${stdout}`)
    return found
  }
  return {
    password: told(/password: (\S+)/),
    classId: told(/\/classes\/(\S+)/),
    midterm: told(/\/teach\/exams\/(\S+)/),
    quiz: told(/: \/exams\/(\S+)/),
    code: told(/code: (\S+)/),
  }
}

const signIn = async (context: BrowserContext, who: 'student' | 'teacher', password: string): Promise<void> => {
  const page = await context.newPage()
  await page.goto(`${server.url}/sign-in`)
  await page.locator('input[type=email]').fill(`${who}@demo.invalid`)
  await page.locator('input[type=password]').fill(password)
  await page.locator('form button[type=submit]').click()
  await page.waitForURL(`${server.url}/`)
  await page.close()
}

const card = `- id: relu.gradient
  concepts: [relu]
  front: { en: "What is the gradient of $\\\\max(0, x)$ for $x < 0$?" }
  back: { en: "0: the gate is shut." }
`

const makeBank = async (desk: BrowserContext): Promise<Pick<World, 'bank' | 'token'>> => {
  const about = { title: 'Gates', languages: ['en'], author: 'Dr. Demo', licence: 'CC BY 4.0', source: '' }
  const { id } = await post<{ id: string }>(desk, server.url, '/api/banks', about)
  const files = [
    { path: 'concepts.yaml', text: '- { id: relu, study: 1, title: { en: "ReLU" } }\n' },
    { path: 'relu.cards.yaml', text: card },
  ]
  const put = await desk.request.put(`${server.url}/api/banks/${id}/files`, {
    data: { base: 1, files },
    headers: { origin: server.url },
  })
  expect(put.ok(), await put.text()).toBe(true)
  const { revision } = (await put.json()) as { revision: number }
  await post(desk, server.url, `/api/banks/${id}/publish`, { base: revision, resets: [], note: '' })
  const sharing = { audience: 'link', newLink: true, retired: false }
  const { linkToken } = await post<{ linkToken: string }>(desk, server.url, `/api/banks/${id}/sharing`, sharing)
  return { bank: id, token: linkToken }
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  const demo = makeDemo()
  server = await startServer(folder)
  const desk = await browser.newContext()
  await signIn(desk, 'teacher', demo.password)
  const student = await browser.newContext()
  await signIn(student, 'student', demo.password)
  await post(student, server.url, `/api/exams/${demo.quiz}/attempt?language=en`, { roomCode: '' })
  world = { ...demo, ...(await makeBank(desk)) }
  await desk.close()
  await student.close()
})
test.afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const broken = { en: en.broken.title, zh: zh.broken.title }
const small = { width: 360, height: 640 }
const desktop = { width: 1280, height: 800 }
const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']

const faultsOf = async (name: string, axe: AxeBuilder): Promise<readonly string[]> => {
  // There is no page within a page, so everything is looked at at once.
  const { violations } = await axe.setLegacyMode(true).analyze()
  return violations.flatMap(({ id, impact, nodes }) =>
    impact === 'minor' ? [] : [`${name}: ${id}: ${nodes[0]?.html.slice(0, 160)}`],
  )
}

const widerThanWindow = async (page: Page, name: string): Promise<readonly string[]> => {
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  return scrollWidth > clientWidth ? [`${name}: scrolls sideways, ${scrollWidth} px wide`] : []
}

/** Every two of size, theme and language meet. */
const themes = {
  en: [
    [small, 'light'],
    [desktop, 'dark'],
  ],
  zh: [
    [small, 'dark'],
    [desktop, 'light'],
  ],
} as const

const lookAt = async (page: Page, path: string, language: Language): Promise<readonly string[]> => {
  const faults: string[] = []
  const name = `${language} ${path}`
  for (const [size, colorScheme] of themes[language]) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const view = `${name}, ${size.width} px`
    faults.push(...(await widerThanWindow(page, view)))
    faults.push(...(await faultsOf(`${view}, ${colorScheme}`, new AxeBuilder({ page }).withTags(tags))))
    await page.screenshot({ path: `tests/e2e/screenshots/page-${name.replaceAll(/\W+/g, '-')}-${size.width}.png` })
  }
  await page.setViewportSize({ width: 320, height: 568 })
  faults.push(...(await widerThanWindow(page, `${name}, 320 px`)))
  await page.setViewportSize(small)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  faults.push(...(await widerThanWindow(page, `${name}, text twice as large`)))
  // A change of the fragment keeps the page.
  await page.evaluate(() => document.documentElement.style.removeProperty('font-size'))
  return faults
}

test('every page there is has somebody who looks at it', () => {
  expect(Object.keys(looks).sort()).toEqual(pages.map(({ page }) => page).sort())
})

for (const language of languages) {
  for (const who of ['nobody', 'student', 'teacher'] as const) {
    test(`every page of ${who} fits and can be read by everybody in ${language}`, async ({ browser }) => {
      test.setTimeout(300_000)
      const context = await browser.newContext({ hasTouch: true, locale: language === 'en' ? 'en-GB' : 'zh-CN' })
      if (who !== 'nobody') await signIn(context, who, world.password)
      const page = await context.newPage()
      const faults: string[] = []
      page.on('pageerror', ({ message }) => faults.push(message))
      for (const [whose, ...addresses] of Object.values(looks)) {
        if (whose !== who) continue
        for (const address of addresses) {
          const name = address({
            ...world,
            bank: 'bank',
            classId: 'class',
            midterm: 'midterm',
            quiz: 'quiz',
            token: 'token',
            code: 'code',
          })
          await page.setViewportSize(small)
          const sent = await page.request.get(`${server.url}${address(world)}`, {
            headers: { 'accept-language': language },
          })
          if (!/<h1[ >]/.test(await sent.text()) && name !== nowhere)
            faults.push(`${name}: no heading before anything is read`)
          await page.goto(`${server.url}${address(world)}`)
          await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN')
          await expect(page.locator('main').first()).toBeVisible()
          await page.waitForLoadState('networkidle')
          await expect(page.locator('main [aria-busy=true]:visible'), name).toHaveCount(0)
          await expect(page.locator('main').getByText(broken[language])).toHaveCount(0)
          faults.push(...(await lookAt(page, name, language)))
        }
      }
      await context.close()
      expect(faults).toEqual([])
    })
  }
}
