import type { BrowserContext, Page } from '@playwright/test'
import type { SaveAnswer } from '@/lib/exam/protocol/attempt'
import { type MortalBrowser, mortalBrowser } from './mortal-browser'

export interface TypedText {
  readonly text: string
  /** When it stood there, by this process's clock. */
  readonly at: number
}

/** A student who writes one line of text into an exam in a real browser, on one device after the other. */
export const browserStudent = (url: string, exam: string, sessionToken: string) => {
  const acknowledged: number[] = []
  const devices: MortalBrowser[] = []
  let context: BrowserContext | null = null
  let page: Page | null = null

  const hear = async (status: number, read: () => Promise<string>): Promise<void> => {
    if (status !== 200) return
    const said = JSON.parse(await read()) as Partial<SaveAnswer>
    for (const { rev } of said.acknowledged ?? []) acknowledged.push(rev)
  }
  const field = () => {
    if (page === null) throw new Error('no page is open')
    return page.locator('article input[type=text]').first()
  }
  const open = async (device: MortalBrowser): Promise<void> => {
    context = await device.start()
    await context.addCookies([{ name: 'next-auth.session-token', value: sessionToken, url }])
    page = await context.newPage()
    page.on('response', (response) => {
      const request = response.request()
      if (request.method() === 'PUT' && response.url().endsWith('/attempt'))
        void hear(response.status(), () => response.text()).catch(() => undefined)
    })
    await page.goto(`${url}/exams/${exam}/take`)
    await field().waitFor({ timeout: 60_000 })
  }
  return {
    acknowledged,
    /** Opens the exam on a device that knows nothing of it. */
    openNew: async () => {
      const device = mortalBrowser()
      devices.push(device)
      await open(device)
    },
    /** Opens it again where it was open last. */
    reopen: async () => {
      const device = devices.at(-1)
      if (device === undefined) throw new Error('no device was used')
      await open(device)
    },
    goOffline: () => context?.setOffline(true),
    text: () => field().inputValue(),
    /** Replaces what is there with a word, then types on until the time is over; every text that stood there. */
    write: async (word: string, ms: number): Promise<readonly TypedText[]> => {
      const typed: TypedText[] = []
      const until = Date.now() + ms
      await field().fill(word)
      let text = word
      typed.push({ text, at: Date.now() })
      while (Date.now() < until) {
        const sign = String(text.length % 10)
        await field().press(sign)
        text += sign
        typed.push({ text, at: Date.now() })
      }
      return typed
    },
    kill: async () => devices.at(-1)?.kill(),
    page: (): Page => {
      if (page === null) throw new Error('no page is open')
      return page
    },
    discard: async () => {
      for (const device of devices) await device.discard()
    },
  }
}
