import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
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

/** A browser of somebody's own, with an account. */
const person = async (browser: Browser, name: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(`${server.url}/sign-up`)
  await page.getByLabel('E-mail').fill(`${name}@example.org`)
  await page.getByLabel('Password').fill('a sentence is easier')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.waitForURL(`${server.url}/`)
  return page
}

const concepts = { path: 'concepts.yaml', text: '- { id: momentum, study: 1, title: Momentum }\n' }
const cards = (back: string) => ({
  path: 'a.cards.yaml',
  text: `- id: momentum.def\n  concepts: [momentum]\n  front: What is momentum?\n  back: ${back}\n`,
})

const send = async (page: Page, method: 'POST' | 'PUT', path: string, body: unknown): Promise<unknown> => {
  const answer = await page.request.fetch(`${server.url}${path}`, { method, data: body })
  expect(answer.ok(), `${method} ${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

const write = (page: Page, bank: string, base: number, files: readonly { path: string; text: string }[]) =>
  send(page, 'PUT', `/api/banks/${bank}/files`, { base, files })

/** A bank at revision 2 with one card. */
const bankOf = async (page: Page, title: string): Promise<string> => {
  const about = { title, languages: ['en'], author: 'Ada', licence: 'CC BY 4.0', source: '' }
  const { id } = (await send(page, 'POST', '/api/banks', about)) as { readonly id: string }
  await write(page, id, 1, [concepts, cards('A moving average.')])
  return id
}

const sizes = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
] as const

/** Looks at a page on phones and a desktop, in Chinese and English, dark and light: nothing scrolls sideways, and axe finds nothing. */
const lookAt = async (page: Page, path: string, name: string, until: (page: Page) => Locator) => {
  for (const [locale, scheme] of [
    ['/zh', 'dark'],
    // The browser is asked in this language from here on.
    ['/en', 'light'],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`${server.url}${locale}${path}`)
    await expect(until(page)).toBeVisible()
    for (const size of sizes) {
      await page.setViewportSize(size)
      const file = `${name}-${size.width}${locale.replace('/', '-')}-${scheme}`
      await page.screenshot({ path: `tests/e2e/screenshots/${file}.png`, fullPage: true })
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(sideways, `${file} scrolls sideways`).toBeLessThanOrEqual(0)
    }
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map(({ id, nodes }) => `${name}: ${id}: ${nodes[0]?.html}`)).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

test('a draft is asked about, sent back, approved, published by its editor and retired by its owner', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const [ada, ed, rea] = [await person(browser, 'ada'), await person(browser, 'ed'), await person(browser, 'rea')]
  const bank = await bankOf(ada, 'Optimisers')
  const at = `/teach/${bank}`

  // Ada lets two people in: Ed by a link, Rea by a link for her address.
  await ada.goto(server.url + at)
  await expect(ada.getByText('Only you see the draft.')).toBeVisible()
  const invite = async (role: string, email: string): Promise<string> => {
    await ada.goto(server.url + at)
    await ada.getByText('Let somebody in', { exact: true }).click()
    await ada.getByLabel('As', { exact: true }).selectOption(role)
    await ada.getByLabel('Their e-mail address').fill(email)
    await ada.getByRole('button', { name: 'Make the link' }).click()
    return (await ada.getByText(/\/teach\/invited\//).textContent()) ?? ''
  }
  const forEd = await invite('editor', '')
  const forRea = await invite('viewer', 'rea@example.org')
  await ed.goto(forRea)
  await ed.getByRole('button', { name: 'Take the invitation' }).click()
  await expect(ed.getByText('made for another e-mail address')).toBeVisible()
  for (const [who, link] of [
    [ed, forEd],
    [rea, forRea],
  ] as const) {
    await who.goto(link)
    await expect(who.getByRole('heading', { name: 'Optimisers' })).toBeVisible()
    await who.getByRole('button', { name: 'Take the invitation' }).click()
    await who.waitForURL(server.url + at)
  }
  await expect(rea.getByRole('link', { name: 'Open the editor' })).toHaveCount(0)

  // Ed asks, Rea remarks and sends it back.
  await ed.goto(`${server.url + at}/publish`)
  await expect(ed.getByRole('button', { name: /^Publish/ })).toHaveCount(0)
  await ed.getByLabel('What changed').fill('Is it clear?')
  await ed.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(ed.getByText('ed@example.org asked for a review.')).toBeVisible({ timeout: 60_000 })
  await expect(ed.getByText('The check found no fault in 1 card; no hints.')).toBeVisible()
  await rea.goto(`${server.url}/teach`)
  await rea.getByRole('link', { name: 'In review' }).click()
  await expect(rea.getByText('Is it clear?')).toBeVisible()
  await rea.getByRole('button', { name: 'Remark on momentum.def' }).click()
  await rea.getByLabel('Your remark on momentum.def').fill('Of what?')
  await rea.getByRole('button', { name: 'Leave the remark' }).click()
  await expect(rea.getByText('Of what?')).toBeVisible()
  await lookAt(rea, `${at}/publish`, 'review-judged', (page) => page.getByText('Of what?'))
  await rea.goto(`${server.url + at}/publish`)
  await expect(rea.getByRole('button', { name: 'Send back' })).toBeDisabled()
  await rea.getByLabel('Your judgement in words').fill('Say what is averaged.')
  await rea.getByRole('button', { name: 'Send back' }).click()
  await expect(rea.getByText('rea@example.org sent the draft back.')).toBeVisible()

  // Ed changes it, settles the remark and asks again; while Rea reads, it changes once more.
  await ed.reload()
  await expect(ed.getByText('Say what is averaged.')).toBeVisible()
  await ed.getByRole('button', { name: 'Settle' }).click()
  await expect(ed.getByRole('button', { name: 'Let it stand again' })).toBeVisible()
  await write(ed, bank, 2, [cards('A moving average of gradients.')])
  await ed.reload()
  await ed.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(ed.getByText('ed@example.org asked for a review.')).toBeVisible({ timeout: 60_000 })
  await rea.reload()
  await expect(rea.getByRole('button', { name: 'Approve' })).toBeVisible()
  await write(ed, bank, 3, [cards('A moving average of past gradients.')])
  await rea.getByRole('button', { name: 'Approve' }).click()
  await expect(rea.getByText('The draft was changed elsewhere while you looked at it.')).toBeVisible()
  await expect(rea.getByText('ed@example.org changed the draft, which ended the review.')).toBeVisible()
  await expect(rea.getByRole('button', { name: 'Approve' })).toHaveCount(0)

  // Approved, it is Ed's to publish.
  await ed.reload()
  await ed.getByRole('button', { name: 'Ask for a review' }).click()
  await expect(ed.getByText('ed@example.org asked for a review.')).toBeVisible({ timeout: 60_000 })
  await rea.reload()
  await rea.getByLabel('Your judgement in words').fill('Clear now.')
  await rea.getByRole('button', { name: 'Approve' }).click()
  await expect(rea.getByText('rea@example.org approved the draft.')).toBeVisible()
  await ed.reload()
  await ed.getByRole('button', { name: 'Publish 1 change' }).click()
  await expect(ed.getByText('Publication 1 is out: 1 card.')).toBeVisible({ timeout: 60_000 })
  await ed.getByRole('link', { name: 'History' }).click()
  await expect(ed.getByText('Published by ed@example.org. Approved by rea@example.org.')).toBeVisible()

  // Ada retires it and says why.
  await ada.goto(server.url + at)
  await ada.getByRole('button', { name: 'Retire it' }).click()
  await ada.getByLabel('Why, for its history').fill('The course is over.')
  await ada.getByRole('button', { name: 'Retire it' }).click()
  await expect(ada.getByText('Retired: whoever learned it keeps its cards')).toBeVisible()
  await lookAt(ada, at, 'review-bank', (page) => page.getByText('ed@example.org', { exact: true }))
  await lookAt(ada, `${at}/history`, 'review-history', (page) => page.getByText('The course is over.'))

  // Rea is let go and sees nothing any more.
  await ada.goto(server.url + at)
  const line = ada.getByRole('listitem').filter({ hasText: 'rea@example.org' })
  await line.getByRole('button', { name: 'Let go' }).click()
  await line.getByRole('button', { name: 'Let rea@example.org go' }).click()
  await expect(line).toHaveCount(0)
  await rea.goto(`${server.url + at}/publish`)
  await expect(rea.getByText('This bank is not there, or you are not in it.')).toBeVisible()
})

test('a deck of the server becomes a draft of one’s own, with its figures', async ({ browser }) => {
  const page = await person(browser, 'fork')
  await page.goto(`${server.url}/course`)
  await page.getByRole('link', { name: 'Make a bank of your own from it' }).first().click()
  await page.waitForURL(`${server.url}/teach#copy`)
  await page.getByText('Begin with a deck that is here').click()
  await page.getByRole('button', { name: 'Make a copy of "Convolutional networks for visual recognition"' }).click()
  await page.waitForURL(/\/teach\/bank-[0-9a-f]+$/)
  await expect(page.getByText('A copy of cs231n.')).toBeVisible()
  await page.getByText('Files of the draft').click()
  await expect(page.getByText(/^figures\/.+\.svg$/).first()).toBeVisible()
  const name = (
    (await page
      .getByText(/^figures\/.+\.svg$/)
      .first()
      .textContent()) ?? ''
  ).slice('figures/'.length)
  const figure = await page.request.get(`${page.url().replace('/teach/', '/api/banks/')}/figures/${name}`)
  expect(await figure.text()).toContain('<svg')
  await page.getByText('About the bank').click()
  await expect(page.getByLabel('Licence')).toHaveValue('CC BY 4.0')
})

const source = (page: Page) => page.locator('[data-source] .cm-content')
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Gives a picture to the editor as the clipboard or a dragging hand would. */
const give = (page: Page, how: 'paste' | 'drop', name: string) =>
  source(page).evaluate(
    (element, [event, file, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
      const carried = new DataTransfer()
      carried.items.add(new File([bytes], file, { type: 'image/png' }))
      const init = { bubbles: true, cancelable: true, composed: true }
      element.dispatchEvent(
        event === 'paste'
          ? new ClipboardEvent('paste', { ...init, clipboardData: carried })
          : new DragEvent('drop', { ...init, dataTransfer: carried }),
      )
    },
    [how, name, pixel] as const,
  )

test('pictures are pasted and dropped into the source, and what changed in two places waits for a choice', async ({
  browser,
}) => {
  const page = await person(browser, 'editor')
  const bank = await bankOf(page, 'Pictures')
  await page.goto(`${server.url}/teach/${bank}/edit?card=momentum.def`)
  await page.getByRole('radio', { name: 'Source', exact: true }).check()
  await expect(source(page)).toContainText('A moving average.')
  const saved = () => expect(page.locator('[data-saving="saved"]')).toBeVisible()
  const atEnd = async (text: string) => {
    await page.locator('[data-source] .cm-line', { hasText: text }).first().click()
    await page.keyboard.press('End')
  }
  await atEnd('back:')
  await give(page, 'paste', 'First plot.png')
  await expect(source(page)).toContainText('![first-plot](figures/first-plot.png)')
  await saved()
  await give(page, 'drop', 'First plot.png')
  await expect(source(page)).toContainText('(figures/first-plot-2.png)')
  await saved()
  const { files, revision } = (await (await page.request.get(`${server.url}/api/banks/${bank}`)).json()) as {
    readonly files: readonly { readonly path: string }[]
    readonly revision: number
  }
  expect(files.map(({ path }) => path).filter((path) => path.startsWith('figures/'))).toEqual([
    'figures/first-plot-2.png',
    'figures/first-plot.png',
  ])

  // Somebody else writes the same file meanwhile.
  await write(page, bank, revision, [cards('Written elsewhere.')])
  await atEnd('front:')
  await page.keyboard.type(' Now.')
  await expect(page.getByText('Changed here and elsewhere')).toBeVisible()
  await expect(page.locator('del').filter({ hasText: 'Written' })).toBeVisible()
  await page.screenshot({ path: 'tests/e2e/screenshots/both-versions.png' })
  await page.getByRole('button', { name: "Take this device's" }).click()
  await saved()
  await expect(source(page)).toContainText('What is momentum? Now.')
  const mine = await page.request.get(`${server.url}/api/banks/${bank}`)
  expect(await mine.text()).toContain('What is momentum? Now.')

  await write(page, bank, ((await mine.json()) as { readonly revision: number }).revision, [cards('Theirs.')])
  await atEnd('front:')
  await page.keyboard.type(' Again.')
  await page.getByRole('button', { name: 'Take the other' }).click()
  await saved()
  await expect(source(page)).toContainText('back: Theirs.')
})
