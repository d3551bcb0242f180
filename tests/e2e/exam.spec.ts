import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { appoint, draftExam, letIn, lookAt, post, ringSoon, signUp, whoAsks } from './exam-hall'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
let server: RunningServer
let desk: BrowserContext
let staff: Page
let exam = ''
let group = ''
let code = ''
const faults: string[] = []

const pageOf = async (context: BrowserContext): Promise<Page> => {
  const page = await context.newPage()
  page.on('pageerror', ({ message }) => faults.push(message))
  return page
}

test.describe.configure({ mode: 'serial' })

test.beforeAll(async ({ browser }) => {
  server = await startServer(data.path)
  desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  staff = await pageOf(desk)
})
test.afterAll(async () => {
  await desk.close()
  await server.stop()
  data.discard()
})
test.afterEach(() => {
  expect(faults.splice(0)).toEqual([])
})

/** No key, program, seed, mistake or hint has any business in an answer before the end. */
const secret = /"(?:program|seed|variants|mistakes|solution|why|right|key|steps|contents|says)":(?!\[\{"id":"r\d)/

const tab = (name: string): Locator => staff.locator('fieldset label').filter({ hasText: name })

const joined = async (context: BrowserContext, name: string): Promise<Page> => {
  const page = await pageOf(context)
  await signUp(page, server.url, name)
  await post(context, server.url, `/api/join/${code}`, {})
  return page
}

test('an exam is written, looked at as a student gets it, and published', async () => {
  await signUp(staff, server.url, 'teacher')
  appoint('teacher@example.org', data.path)
  const about = { title: 'Spring', about: '', zone: 'Asia/Shanghai' }
  const { id } = await post<{ id: string }>(desk, server.url, '/api/classes', about)
  const made = await post<{ code: { code: string } }>(desk, server.url, `/api/classes/${id}/code`, { days: 7 })
  group = id
  code = made.code.code
  exam = await draftExam(desk, server.url, id)

  await staff.goto(`${server.url}/teach/exams/${exam}`)
  await expect(staff.getByLabel('Title')).toHaveValue('Midterm')
  await lookAt(staff, 'setup', true)
  await tab('Questions').click()
  await expect(staff.getByText('key computable by anyone').first()).toBeVisible()
  await staff.getByRole('button', { name: 'Choose cards for this part' }).first().click()
  await expect(staff.getByText('chosen', { exact: true }).first()).toBeVisible()
  await lookAt(staff, 'questions', true)
  await tab('As a student').click()
  await expect(staff.getByRole('heading', { name: 'Question 1' })).toBeVisible()
  await lookAt(staff, 'preview', true)
  await tab('Times and rules').click()
  await staff.getByRole('button', { name: 'Publish the exam' }).click()
  await expect(staff.getByText('Published. Students of the class see it now.')).toBeVisible()
})

test('it is taken on a phone through a lost network and a crash, handed in, and read', async ({ browser }) => {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    reducedMotion: 'reduce',
  })
  const page = await joined(phone, 'student')

  // Everything the student's browser is told until the end is kept.
  const told: string[] = []
  phone.on('response', (response) => {
    if (response.url().includes('/api/exams/') && !response.url().includes('/feedback'))
      void response.text().then(
        (text) => told.push(text),
        () => {},
      )
  })
  await page.goto(`${server.url}/exams`)
  await expect(page.getByRole('link', { name: 'Midterm' })).toBeVisible()
  await lookAt(page, 'exams-en')
  await page.getByRole('link', { name: 'Midterm' }).click()
  await expect(page.getByText('30 minutes from when you begin')).toBeVisible()
  await expect(page.getByText('Your instructor has to let you in')).toBeVisible()
  await page.getByLabel('Code of the room').fill('wrong')
  await page.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(page.getByText('This is not the code of the room')).toBeVisible()
  await lookAt(page, 'start-en', true)
  await page.getByLabel('Code of the room').fill('Heron')
  await page.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(page.getByText('You have asked to be let in')).toBeVisible()
  await lookAt(page, 'waiting-en', true)
  await tab('Watch').click()
  await expect(staff.getByText('One student asks to be let in')).toBeVisible()
  await lookAt(staff, 'watch-asks', true)
  const [student] = await whoAsks(desk, server.url, exam)
  await staff.getByRole('button', { name: 'Let in' }).click()
  await expect(staff.getByText('One student asks to be let in')).toHaveCount(0)
  await expect(page.getByText('Begin when you are ready.')).toBeVisible({ timeout: 12_000 })
  const listing = { listedName: 'Ann', number: '17', label: 'extra time' }
  await post(desk, server.url, `/api/classes/${group}/students/${student}`, listing, 'PUT')
  await page.getByRole('button', { name: 'Begin now' }).click()

  await expect(page.getByRole('heading', { name: /Question 1 of 3/ })).toBeFocused()
  await lookAt(page, 'choice-en')
  await page.getByRole('radio').first().check()
  await expect(page.getByText('saved on the server')).toBeVisible({ timeout: 6000 })
  await page.getByRole('button', { name: 'Flag for later' }).click()
  await page.getByRole('button', { name: /Take a break/ }).click()
  await expect(page.getByText(/nothing can be answered until it ends/)).toBeVisible()
  await expect(page.getByRole('radio')).toHaveCount(0)
  await lookAt(page, 'break-en')
  await page.getByRole('button', { name: 'End the break' }).click()
  await expect(page.getByRole('radio').first()).toBeChecked()
  await page.getByRole('button', { name: 'Next question' }).first().click()
  await expect(page.getByRole('heading', { name: /Question 2 of 3/ })).toBeVisible()
  const cell = page.locator('article input[type=text]').first()
  await cell.tap()
  await lookAt(page, 'numbers-en')
  const pad = page.getByRole('group', { name: 'Number keypad' })
  const box = async (of: Locator) => (await of.boundingBox()) ?? { y: 0, height: 0 }
  const [cellBox, padBox] = [await box(cell), await box(pad)]
  expect(cellBox.y + cellBox.height, 'the cell stays above the keypad').toBeLessThanOrEqual(padBox.y)
  for (const key of ['1', '2']) await pad.getByRole('button', { name: key, exact: true }).tap()
  await expect(page.getByText('saved on the server')).toBeVisible({ timeout: 6000 })

  // The network goes, the page dies, and both come back.
  await phone.setOffline(true)
  await pad.getByRole('button', { name: '3', exact: true }).tap()
  await expect(page.getByText('offline, saved on this device')).toBeVisible({ timeout: 8000 })
  await lookAt(page, 'offline-en')
  await phone.setOffline(false)
  await page.close()
  const again = await pageOf(phone)
  await again.goto(`${server.url}/exams/${exam}/take`)
  await again.getByRole('button', { name: 'Next question' }).first().click()
  await expect(again.locator('article input[type=text]').first()).toHaveValue('123')
  await expect(again.getByText('saved on the server')).toBeVisible({ timeout: 8000 })
  await again.getByRole('button', { name: /Question list/ }).click()
  await lookAt(again, 'list-en')
  await again.keyboard.press('Escape')

  // Another device has the answers and the flag.
  const tablet = await browser.newContext({ storageState: { cookies: await phone.cookies(), origins: [] } })
  const elsewhere = await pageOf(tablet)
  await elsewhere.goto(`${server.url}/exams/${exam}/take`)
  await expect(elsewhere.getByRole('radio').first()).toBeChecked()
  await expect(elsewhere.getByRole('button', { name: 'Flag for later' })).toHaveAttribute('aria-pressed', 'true')
  await tablet.close()

  await expect(again.getByText(/points so far/)).toHaveCount(0)
  await again.getByRole('button', { name: 'Next question' }).first().click()
  await again.getByRole('button', { name: 'Go on for good' }).click()
  await expect(again.getByRole('heading', { name: /Question 3 of 3/ })).toBeVisible()
  await expect(again.getByRole('button', { name: 'Previous question' })).toBeDisabled()
  // Of what cannot be changed any more, points are told: two questions of five.
  await expect(again.getByText(/of 10 points so far/)).toBeVisible()
  await lookAt(again, 'live-en')
  await phone.setOffline(true)
  await again.getByRole('button', { name: 'Hand in', exact: true }).click()
  await lookAt(again, 'hand-in-en')
  await again.getByRole('button', { name: 'Hand in for good' }).click()
  await expect(again.getByText('There is no network.')).toBeVisible()
  await phone.setOffline(false)
  await expect(again.getByRole('heading', { name: 'Handed in' })).toBeVisible({ timeout: 20_000 })
  await lookAt(again, 'receipt-en')
  for (const text of told) expect(text).not.toMatch(secret)
  expect(told.length).toBeGreaterThan(3)

  await again.getByRole('link', { name: 'To the exam’s page' }).click()
  await expect(again.getByText(/of 15 points/)).toBeVisible()
  await lookAt(again, 'result-en', true)
  await again.getByRole('button', { name: 'Make cards of what you missed' }).click()
  await expect(again.getByText(/due in your reviews now/)).toBeVisible()
  await phone.close()
})

test('every screen of it fits a small phone in Chinese and in the dark', async ({ browser }) => {
  const phone = await browser.newContext({
    viewport: { width: 360, height: 640 },
    hasTouch: true,
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    colorScheme: 'dark',
  })
  const page = await joined(phone, 'xuesheng')
  await page.goto(`${server.url}/exams`)
  await expect(page.getByRole('link', { name: 'Midterm' })).toBeVisible()
  await lookAt(page, 'exams-zh')
  await page.getByRole('link', { name: 'Midterm' }).click()
  await page.locator('form input').fill('heron')
  await lookAt(page, 'start-zh', true)
  await page.locator('form button[type=submit]').click()
  await expect(page.getByText('已请求进入')).toBeVisible()
  await letIn(desk, server.url, exam)
  await expect(page.getByText('老师已放行')).toBeVisible({ timeout: 12_000 })
  await lookAt(page, 'let-in-zh', true)
  await page.locator('form button[type=submit]').click()
  const ways = page.locator('footer nav button')
  await page.getByRole('radio').first().check()
  await lookAt(page, 'choice-zh')
  await ways.nth(3).click()
  await page.locator('article input[type=text]').first().tap()
  await lookAt(page, 'numbers-zh')
  await ways.nth(1).click()
  await lookAt(page, 'list-zh')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await lookAt(page, 'hand-in-zh')
  await page.getByRole('dialog').getByRole('button', { name: '确定交卷' }).click()
  await expect(page.locator('main h1')).toHaveText('已交卷')
  await lookAt(page, 'receipt-zh')
  await page.locator('main a[href*="/exams/"]').click()
  await expect(page.getByText(/满分 15 分/)).toBeVisible()
  await lookAt(page, 'result-zh', true)
  await phone.close()
})

test('what reaches the server late is shown as late, and counts once the staff accepts it', async ({ browser }) => {
  const laptop = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await joined(laptop, 'late')
  await page.goto(`${server.url}/exams/${exam}`)
  await page.getByLabel('Code of the room').fill('heron')
  await page.getByRole('button', { name: 'Ask to be let in' }).click()
  await expect(page.getByText('You have asked to be let in')).toBeVisible()
  await letIn(desk, server.url, exam)
  await page.getByRole('button', { name: 'Begin now' }).click({ timeout: 12_000 })
  await expect(page.getByRole('radio').first()).toBeVisible()
  await laptop.setOffline(true)
  await page.getByRole('radio').first().check()
  await expect(page.getByText('offline, saved on this device')).toBeVisible({ timeout: 8000 })
  await ringSoon(desk, server.url, exam, 500)
  await staff.waitForTimeout(2500)
  await laptop.setOffline(false)
  await expect(page.getByText('The time ended before it was handed in.')).toBeVisible({ timeout: 20_000 })
  await lookAt(page, 'late-en', true)
  await laptop.close()

  await tab('Watch').click()
  await staff.getByRole('button', { name: 'Load again' }).click()
  const row = staff.getByRole('row').filter({ hasText: /1 answer, \d+ s late/ })
  await expect(row).toHaveCount(1)
  await row.getByRole('button', { name: 'Count them' }).click()
  await expect(row.getByText('accepted')).toBeVisible()
  await lookAt(staff, 'watch-late', true)
})

test('its staff watches, reads the results, tries a change of marking and takes it back', async () => {
  await staff.reload()
  await expect(staff.getByRole('cell', { name: /handed in/ }).first()).toBeVisible()
  await lookAt(staff, 'watch', true)
  await tab('Results').click()
  await expect(staff.getByText('3 marked attempts')).toBeVisible()
  await lookAt(staff, 'results', true)
  await tab('Marking').click()
  await staff.getByRole('combobox', { name: 'Question' }).selectOption({ index: 1 })
  await staff.getByRole('combobox', { name: 'Change' }).selectOption('key')
  await staff.getByRole('group', { name: 'Answer it as it should be marked' }).getByRole('radio').last().check()
  await lookAt(staff, 'marking-key', true)
  await staff.getByRole('combobox', { name: 'Change' }).selectOption('full')
  await staff.getByRole('button', { name: 'Who gains and loses' }).click()
  await expect(staff.getByText(/mean .* →/)).toBeVisible()
  await lookAt(staff, 'marking', true)
  await staff.getByRole('button', { name: 'Apply to everybody' }).click()
  await staff.getByRole('button', { name: 'Take back' }).click()
  await expect(staff.getByText('No change so far.')).toBeVisible()

  await staff.setViewportSize({ width: 390, height: 844 })
  await staff.emulateMedia({ colorScheme: 'dark' })
  await desk.addCookies([{ name: 'NEXT_LOCALE', value: 'zh', url: server.url }])
  await staff.reload()
  const tabs = staff.locator('main fieldset label:has(input[name=desk])')
  await expect(tabs.first()).toBeVisible()
  for (const [index, name] of ['setup', 'questions', 'preview', 'watch', 'results', 'marking'].entries()) {
    await tabs.nth(index).click()
    await expect(staff.locator('main').getByText('正在读取')).toHaveCount(0)
    await lookAt(staff, `${name}-zh`, true)
  }
})
