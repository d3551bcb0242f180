import { type BrowserContext, expect, type Locator, type Page, test } from '@playwright/test'
import { appoint, draftExam, lookAt, post, signUp } from './exam-hall'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
let server: RunningServer
let desk: BrowserContext
let staff: Page
let exam = ''
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
  await page.getByLabel('Code of the room').fill('wrong')
  await page.getByRole('button', { name: 'Begin now' }).click()
  await expect(page.getByText('This is not the code of the room')).toBeVisible()
  await lookAt(page, 'start-en', true)
  await page.getByLabel('Code of the room').fill('Heron')
  await page.getByRole('button', { name: 'Begin now' }).click()

  await expect(page.getByRole('heading', { name: /Question 1 of 3/ })).toBeFocused()
  await lookAt(page, 'choice-en')
  await page.getByRole('radio').first().check()
  await expect(page.getByText('saved on the server')).toBeVisible({ timeout: 6000 })
  await page.getByRole('button', { name: 'Flag for later' }).click()
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

  await again.getByRole('button', { name: 'Next question' }).first().click()
  await again.getByRole('button', { name: 'Go on for good' }).click()
  await expect(again.getByRole('heading', { name: /Question 3 of 3/ })).toBeVisible()
  await expect(again.getByRole('button', { name: 'Previous question' })).toBeDisabled()
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

test('its staff watches, reads the results, tries a change of marking and takes it back', async () => {
  await staff.reload()
  await expect(staff.getByRole('cell', { name: /handed in/ }).first()).toBeVisible()
  await lookAt(staff, 'watch', true)
  await tab('Results').click()
  await expect(staff.getByText('2 marked attempts')).toBeVisible()
  await lookAt(staff, 'results', true)
  await tab('Marking').click()
  await staff.getByRole('combobox', { name: 'Question' }).selectOption({ index: 1 })
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
