import { type BrowserContext, chromium, expect, test } from '@playwright/test'
import type { Language } from '@/lib/core/language'
import { findBrowser } from './browser'
import { Reviewer } from './reviewer'
import { makeDataFolder, type RunningServer, startServer } from './server'

const data = makeDataFolder()
const profile = makeDataFolder()
let server: RunningServer

test.beforeAll(async () => {
  server = await startServer(data.path)
})
test.afterAll(async () => {
  await server.stop()
  data.discard()
  profile.discard()
})

const words = {
  en: { locale: 'en-GB', start: 'Start reviewing', wrong: /Not quite|of \d+ right/, undo: 'Undo' },
  zh: { locale: 'zh-CN', start: '开始复习', wrong: /还差一点|对了/, undo: '撤销' },
}

/** A phone with its own memory: closing and opening it again is the same person. */
const openPhone = (language: Language, launchOptions: object): Promise<BrowserContext> =>
  chromium.launchPersistentContext(`${profile.path}/${language}`, {
    ...launchOptions,
    executablePath: findBrowser(),
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    locale: words[language].locale,
    timezoneId: 'Asia/Shanghai',
  })

/** The longest run of plain words in blocks, which stands on the page as it is. */
const longestText = (blocks: unknown): string => {
  const texts: string[] = []
  JSON.stringify(blocks, (key, value) => {
    if (key === 'text' && typeof value === 'string') texts.push(value.trim())
    return value
  })
  return texts.sort((one, other) => other.length - one.length)[0] ?? ''
}

const eventsKept = (reviewer: Reviewer): Promise<number> =>
  reviewer.page.evaluate(async () => {
    const [db] = await indexedDB.databases()
    return new Promise<number>((resolve, reject) => {
      const open = indexedDB.open(db?.name ?? '')
      open.onerror = () => reject(open.error)
      open.onsuccess = () => {
        const count = open.result.transaction('events').objectStore('events').count()
        count.onsuccess = () => resolve(count.result)
      }
    })
  })

for (const language of ['en', 'zh'] as const) {
  test(`a stranger reviews twenty cards on a phone, is told the mistake, undoes, and finds everything again (${language})`, async ({
    launchOptions,
  }) => {
    test.setTimeout(240_000)
    const say = words[language]
    const phone = await openPhone(language, launchOptions)
    const page = phone.pages()[0] ?? (await phone.newPage())
    const faults: string[] = []
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(server.url)
    await page.getByRole('link', { name: say.start }).click()
    const reviewer = new Reviewer(page, language)
    await reviewer.learnDeck(server.url)

    let computed = 0
    let named = false
    let last = ''
    for (let done = 0; done < 20; done++) {
      await expect(reviewer.card).toBeVisible()
      const { card } = await reviewer.showing()
      const mistaken = card.type === 'compute' && computed === 1
      const { type, id } = await reviewer.answer(mistaken)
      last = id
      if (type === 'compute') computed++
      if (mistaken) {
        const { mistakes } = (card.content as { body: { mistakes: { name: string; says: unknown }[] } }).body
        await expect(page.locator('[role=status][data-right=false]')).toContainText(say.wrong)
        const sentence = longestText(mistakes[0]?.says)
        expect(sentence.length, 'the first mistake has words').toBeGreaterThan(5)
        await expect(reviewer.card).toContainText(sentence)
        named = true
      }
      await reviewer.grade(mistaken ? 'again' : 'good')
    }
    expect(computed, 'compute cards among the first twenty').toBeGreaterThanOrEqual(3)
    expect(named).toBe(true)

    await page.getByRole('button', { name: say.undo }).click()
    await expect(reviewer.card, 'the card graded last is back').toHaveAttribute('data-card', last)
    expect(await eventsKept(reviewer), 'an undo is an event beside the twenty grades').toBe(21)

    // What the server acknowledged is what the phone has.
    await expect
      .poll(async () => (await (await page.request.get(`${server.url}/api/account`)).json()).account !== null)
      .toBe(true)
    await phone.close()

    const again = await openPhone(language, launchOptions)
    const reopened = again.pages()[0] ?? (await again.newPage())
    await reopened.goto(`${server.url}/review`)
    const same = new Reviewer(reopened, language)
    await same.learnDeck(server.url)
    await expect(same.card).toBeVisible()
    expect(await eventsKept(same)).toBe(21)
    await again.close()
    expect(faults).toEqual([])
  })
}

test('a deck travels compressed, and says so', async () => {
  const { decks } = (await (await fetch(`${server.url}/api/decks`)).json()) as { decks: { id: string }[] }
  const address = `${server.url}/api/decks/${decks[0]?.id}/bundle?language=en`
  const squeezed = await fetch(address, { headers: { 'accept-encoding': 'gzip' } })
  expect(squeezed.headers.get('content-encoding')).toBe('gzip')
  const plain = await fetch(address, { headers: { 'accept-encoding': 'identity' } })
  expect(plain.headers.get('content-encoding')).toBeNull()
  expect(await squeezed.json()).toEqual(await plain.json())
})

test('a page that was never opened says so without a network, in words of this site', async ({ browser }) => {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(server.url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/offline', { ignoreSearch: true })) !== undefined))
    .toBe(true)
  await context.setOffline(true)
  for (const path of ['/course', '/exams', '/?theme=dark', '/zh/teach']) {
    await page.goto(`${server.url}${path}`)
    await expect(page.getByRole('heading', { level: 1 }), path).toHaveText('这台设备上还没有这个页面')
  }
  await context.close()
})
