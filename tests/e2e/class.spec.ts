import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
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

const appoint = (email: string): void => {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--conditions=react-server', '--import', 'tsx', 'lib/cli/gradeck.ts', 'appoint', email, 'instructor'],
    { cwd: join(import.meta.dirname, '..', '..'), env: { ...process.env, DATA_DIR: data.path }, encoding: 'utf8' },
  )
  expect(status, stderr).toBe(0)
}

test('an instructor makes a class, a student joins by its code on a phone and reviews, and the staff sees it', async ({
  browser,
}, info) => {
  const faults: string[] = []
  const desk = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const teacher = await desk.newPage()
  teacher.on('pageerror', (error) => faults.push(error.message))
  await teacher.goto(`${server.url}/sign-up`)
  await teacher.getByLabel('E-mail').fill('teacher@example.org')
  await teacher.getByLabel('Password').fill('a sentence is easier')
  await teacher.getByRole('button', { name: 'Create account' }).click()
  await teacher.waitForURL(`${server.url}/`)
  appoint('teacher@example.org')
  await teacher.goto(`${server.url}/classes`)
  await teacher.getByLabel('Name of the class').fill('Spring')
  await teacher.getByRole('button', { name: 'Make the class' }).click()
  await teacher.getByRole('button', { name: 'Assign a deck' }).click()
  await expect(teacher.getByText('At each student’s own pace')).toBeVisible()
  await teacher.getByRole('button', { name: 'Make a new code' }).click()
  const code = teacher.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}$/)
  await expect(code).toBeVisible()
  await teacher.screenshot({ path: info.outputPath('manage.png'), fullPage: true })
  const report = teacher.url().replace('/manage', '/report')

  const phone = await browser.newContext({ viewport: { width: 360, height: 640 }, hasTouch: true, locale: 'en-GB' })
  const student = await phone.newPage()
  student.on('pageerror', (error) => faults.push(error.message))
  await student.goto(`${server.url}/classes`)
  await student.getByLabel('Code of the class').fill((await code.textContent()) ?? '')
  await student.getByRole('button', { name: 'Look at the class' }).click()
  await expect(student.getByRole('heading', { name: 'What the staff sees of you' })).toBeVisible()
  await student.screenshot({ path: info.outputPath('join.png'), fullPage: true })
  await student.getByRole('button', { name: 'Join the class' }).click()
  await expect(student.getByRole('heading', { name: 'How you are doing' })).toBeVisible()
  await student.getByRole('link', { name: 'Start reviewing' }).click()
  const reviewer = new Reviewer(student, 'en')
  await reviewer.learnDeck(server.url)
  await expect(reviewer.card).toBeVisible()
  for (let cards = 0; cards < 2; cards++) {
    await reviewer.answer()
    await reviewer.grade()
  }

  await expect(async () => {
    await teacher.goto(report)
    await expect(teacher.getByText('1 student, 2 reviews of assigned decks')).toBeVisible({ timeout: 2000 })
  }).toPass()
  await expect(teacher.getByRole('row', { name: /2 reviews/ })).toBeVisible()
  await expect(teacher.getByText(/questions are not shown/)).toBeVisible()
  await teacher.screenshot({ path: info.outputPath('report.png'), fullPage: true })
  await desk.close()
  await phone.close()
  expect(faults).toEqual([])
})
