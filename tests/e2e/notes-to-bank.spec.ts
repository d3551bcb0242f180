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

const notes = `# Optimisers

## Momentum

**Momentum**: a moving average of past gradients that smooths the path.

**Nesterov momentum**: looks ahead before it computes the gradient.

## Learning rate

**Learning rate**: the size of one step along the negative gradient.

**Warm-up**: a phase of small steps at the start of training.
`

const signUp = async (page: Page) => {
  await page.goto(`${server.url}/sign-up`)
  await page.getByLabel('E-mail').fill('ada@example.org')
  await page.getByLabel('Password').fill('a sentence is easier')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`${server.url}/`)
}

test('notes are pasted, three cards accepted, published as a bank, and one reviewed', async ({ page }, info) => {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await signUp(page)
  await page.goto(`${server.url}/teach`)
  await expect(page.getByRole('heading', { name: 'Your banks will stand here' })).toBeVisible()
  await page.screenshot({ path: info.outputPath('teach-empty.png'), fullPage: true })
  await page.getByRole('link', { name: 'Make cards from notes' }).click()

  await page.getByLabel('Or paste them').fill(notes)
  await page.getByRole('button', { name: 'Propose cards' }).click()
  const proposals = page.locator('[data-proposal]')
  await expect(proposals.first()).toBeVisible()
  await expect(proposals.first()).toHaveAttribute('data-active', 'true')
  await page.screenshot({ path: info.outputPath('proposals-phone.png'), fullPage: true })
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(page.locator('mark[data-active=true]').first()).toBeVisible()
  await page.screenshot({ path: info.outputPath('proposals-desktop.png'), fullPage: true })

  // The second is edited, its card set anew beside the fields.
  await page.keyboard.press('j')
  await page.keyboard.press('e')
  const field = proposals.nth(1).getByRole('textbox').first()
  await expect(field).toBeFocused()
  await field.fill('What does ==Nesterov momentum== do first?')
  await page.screenshot({ path: info.outputPath('edit-desktop.png'), fullPage: true })
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('k')
  for (let i = 0; i < 3; i++) await page.keyboard.press('a')
  await expect(page.getByText('3 accepted')).toBeVisible()

  await page.reload()
  await expect(page.getByText('3 accepted'), 'decisions outlive the page').toBeVisible()

  await page.getByLabel('Title of the bank').fill('Optimisers')
  await page.getByRole('button', { name: 'Publish 3 cards' }).click()
  await expect(page.getByText('Published: 3 cards.')).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: info.outputPath('published.png'), fullPage: true })

  // Nobody else gets it.
  const listed = async (request: { get: (url: string) => Promise<{ json: () => Promise<unknown> }> }) =>
    ((await (await request.get(`${server.url}/api/decks`)).json()) as { decks: { id: string }[] }).decks
      .map(({ id }) => id)
      .filter((id) => id.startsWith('bank-'))
  const [bank = ''] = await listed(page.request)
  expect(bank).not.toBe('')
  const stranger = await fetch(`${server.url}/api/decks/${bank}/bundle?language=en`)
  expect(stranger.status).toBe(404)
  expect((await fetch(`${server.url}/api/banks/${bank}`)).status).toBe(401)

  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('link', { name: 'Start reviewing' }).click()
  const card = page.locator(`article[data-card^="${bank}/"]`)
  await expect(card).toBeVisible()
  const first = await card.getAttribute('data-card')
  // A tap in the first instant of a card was meant for the one before; the page lets it pass.
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: 'Show the answer' }).click()
  await page.waitForTimeout(400)
  await page.getByRole('button', { name: /^Good/ }).click()
  await expect(page.locator(`article[data-card="${first}"]`)).toHaveCount(0)
  await page.goto(`${server.url}/teach/${bank}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Optimisers')
  await page.screenshot({ path: info.outputPath('bank.png'), fullPage: true })
  expect(faults).toEqual([])
})

test('a guest may work on notes and is told at publishing that a bank needs an account', async ({ page }) => {
  await page.goto(`${server.url}/teach/import`)
  await page.getByLabel('Or paste them').fill(notes)
  await page.getByRole('button', { name: 'Propose cards' }).click()
  await expect(page.locator('[data-proposal]').first()).toBeVisible()
  await page.keyboard.press('a')
  await page.getByRole('button', { name: 'Publish 1 card' }).click()
  await expect(page.getByText(/You are signed out|A bank needs an account/)).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 accepted')).toBeVisible()
})
