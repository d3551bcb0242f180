import { readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
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

const signUp = async (page: Page) => {
  await page.goto(`${server.url}/sign-up`)
  await page.getByLabel('E-mail').fill('emmy@example.org')
  await page.getByLabel('Password').fill('a sentence is easier')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`${server.url}/`)
}

/** The fixture with one question more that nobody can read. */
const quiz = readFileSync('tests/fixtures/importers/moodle-xml/backprop.xml', 'utf8').replace(
  '</quiz>',
  '<question type="random"><name><text>Any question</text></name></question></quiz>',
)

test('a quiz of Moodle is looked at row by row, taken in, saved as our own Markdown and printed', async ({
  page,
}, info) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await signUp(page)
  await page.goto(`${server.url}/import`)
  const chooser = page.locator('input[type=file]')
  await chooser.setInputFiles({ name: 'backprop.xml', mimeType: 'text/xml', buffer: Buffer.from(quiz) })
  await expect(page.getByRole('heading', { name: 'What becomes of backprop.xml' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('4 as they were, 3 with losses, 1 not imported.')).toBeVisible()
  await expect(page.locator('ol li').getByText('Any question')).toBeVisible()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the rows that are not imported' }).click()
  expect(readFileSync(await (await saving).path(), 'utf8')).toContain('<question type="random">')
  await page.getByRole('radio', { name: 'With losses 3' }).check({ force: true })
  await expect(page.getByText('Typed or chosen there, judged by you here').last()).toBeVisible()
  await page.screenshot({ path: info.outputPath('import-rows.png'), fullPage: true })

  await page.getByRole('radio', { name: 'All 8' }).check({ force: true })
  const first = page.getByRole('combobox', { name: /^What to do with/ }).first()
  await first.selectOption('Leave it out')
  await expect(page.getByText('One row is left out, and will be the next time too.')).toBeVisible()
  await page.getByRole('button', { name: 'Import 6 cards' }).click()
  await expect(page.getByRole('link', { name: 'Open the bank' })).toBeVisible({ timeout: 60_000 })

  // The same file once more: what was decided is remembered, and can be decided otherwise.
  await page.reload()
  await chooser.setInputFiles({ name: 'backprop.xml', mimeType: 'text/xml', buffer: Buffer.from(quiz) })
  await page.getByRole('radio', { name: 'Left out by you 1' }).check({ force: true, timeout: 60_000 })
  await page.screenshot({ path: info.outputPath('import-remembered.png'), fullPage: true })
  await first.selectOption('Take it in')
  await page.getByRole('button', { name: 'Import 1 card' }).click()
  await page.getByRole('link', { name: 'Open the bank' }).click({ timeout: 60_000 })
  const writing = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Save the file' }).click()
  const saved = await writing
  expect(saved.suggestedFilename()).toMatch(/\.zip$/)
  await expect(page.getByText('7 rows, 7 of them without a loss.')).toBeVisible()
  await page.screenshot({ path: info.outputPath('bank-export.png'), fullPage: true })

  await page.getByRole('link', { name: 'Print a paper' }).click()
  await expect(page.getByRole('heading', { name: /: solutions$/ })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('listitem').filter({ hasText: 'Match each gate to what it does.' }).first()).toBeVisible()
  const pdf = await page.pdf({ format: 'A4', path: info.outputPath('paper.pdf') })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('button', { name: 'Print or save as PDF' })).toBeHidden()
  await page.screenshot({ path: info.outputPath('paper.png'), fullPage: true })
  expect(faults).toEqual([])
})
