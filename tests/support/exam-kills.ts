import { recoverDrafts } from '@/lib/client/exam/draft-store'
import { openSitting } from '@/lib/client/exam/sitting'
import type { Sitting } from '@/lib/client/exam/sitting-state'
import type { Fetch } from '@/lib/client/fetch-json'
import { makeRng } from '@/lib/core/rng'
import type { SaveAnswer, Sheet } from '@/lib/exam/protocol/attempt'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { browserStorage } from './browser-storage'

/** How many times faster than a person everything happens here. */
const pace = 5
const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

interface Typed {
  readonly text: string
  /** When, in a person's ms. */
  readonly at: number
}

export interface KillCounts {
  browsers: number
  networks: number
  servers: number
  typed: number
  acknowledged: number
  replayed: number
  /** Longest typing lost on the same device and on another one, in a person's ms. */
  lostHere: number
  lostElsewhere: number
  /** On another device, with all the time in which the server could not be reached. */
  lostCutOff: number
}

/** One student whose browser, network and server fail again and again while they write. */
export const makeStricken = (name: string, exam: string, serve: Fetch, counts: KillCounts, missed: string[]) => {
  const rng = makeRng('exam kills', name)
  const ticks = () => performance.now() * pace
  const sent: { readonly path: string; readonly init: RequestInit | undefined }[] = []
  const acknowledged = new Map<number, { rev: number; device: string }>()
  const typed = new Map<number, readonly Typed[]>()
  /** When each text was typed, also of those that were lost: a packet on its way may still bring them. */
  const typedAt = new Map<string, number>()
  let network = true
  /** Since when nothing has been answered; null while the server can be reached. */
  let unansweredSince: number | null = null
  let devices = 0
  let browser = browserStorage()
  let device = ''
  let sitting: Sitting | null = null

  const hear = async (init: RequestInit | undefined, response: Response): Promise<void> => {
    if (!response.ok || init?.method !== 'PUT') return
    const { answers } = JSON.parse(String(init.body)) as { readonly answers: readonly AnswerToSave[] }
    const said = (await response.clone().json()) as SaveAnswer
    for (const { slot, rev } of said.acknowledged) {
      const offered = answers.find((one) => one.slot === slot && one.rev === rev)
      const known = acknowledged.get(slot)
      if (offered === undefined || (known !== undefined && known.rev > rev)) continue
      acknowledged.set(slot, { rev, device: offered.device })
      counts.acknowledged++
    }
  }
  /** Requests are lost on their way, their answers are lost on the way back, and old ones arrive again. */
  const troubled: Fetch = async (path, init) => {
    if (!network) throw new TypeError('no network')
    const trouble = rng.integer(0, 19)
    if (trouble === 0) throw new TypeError('lost on the way')
    if (trouble === 1 && sent.length > 0) {
      const old = sent[rng.integer(0, sent.length - 1)]
      if (old !== undefined) {
        counts.replayed++
        await serve(old.path, old.init).catch(() => null)
      }
    }
    sent.push({ path, init })
    const response = await serve(path, init)
    if (trouble === 2 || !network) throw new TypeError('the answer was lost')
    await hear(init, response)
    return response
  }
  const fetch: Fetch = async (path, init) => {
    const sentAt = ticks()
    try {
      const response = await troubled(path, init)
      if (!response.ok) unansweredSince ??= sentAt
      else unansweredSince = null
      return response
    } catch (error) {
      unansweredSince ??= sentAt
      throw error
    }
  }
  const open = async (): Promise<Sitting> => {
    for (;;) {
      try {
        const response = await serve(`/api/exams/${exam}/attempt?language=en`)
        if (!response.ok) throw new Error(String(response.status))
        const sheet = (await response.json()) as Sheet
        await recoverDrafts(browser, exam, sheet.attempt)
        return openSitting(
          {
            storage: browser.storage,
            journal: browser.journal,
            fetch,
            ticks,
            later: (task, ms) => {
              const timer = setTimeout(task, ms / pace)
              return () => clearTimeout(timer)
            },
            random: () => rng.uint32() / 2 ** 32,
            device,
            language: 'en',
          },
          sheet,
        )
      } catch {
        await sleep(20)
      }
    }
  }
  const newDevice = () => {
    device = `${name}${devices++}`
    browser = browserStorage()
  }
  /** How much of what was typed is not there any more, as a person's time since the oldest of it; what is lost is typed anew. */
  const lost = (after: Sitting): number => {
    let worst = 0
    for (const [slot, texts] of typed) {
      const there = after.getSnapshot().answers.get(slot)
      const text = there?.kind === 'text' ? there.text : ''
      const at = typedAt.get(text) ?? Number.NEGATIVE_INFINITY
      const gone = texts.find((one) => one.at > at)
      if (gone !== undefined) worst = Math.max(worst, ticks() - gone.at)
      const before = texts.filter((one) => one.at < at)
      typed.set(slot, text === '' ? before : [...before, { text, at }])
    }
    return worst
  }
  const type = () => {
    const slots = sitting?.getSnapshot().slots ?? []
    const slot = slots[rng.integer(0, Math.max(0, slots.length - 1))]?.slot
    if (slot === undefined || sitting === null) return
    const text = `${name} ${counts.typed++}`
    sitting.answer(slot, { kind: 'text', text }, 10)
    if (rng.integer(0, 19) === 0) browser.toDisk()
    const at = ticks()
    typedAt.set(text, at)
    typed.set(slot, [...(typed.get(slot) ?? []), { text, at }])
  }

  newDevice()
  return {
    acknowledged,
    /** Final texts by slot. */
    last: () =>
      new Map([...typed].flatMap(([slot, texts]) => (texts.at(-1) ? [[slot, texts.at(-1)?.text ?? '']] : []))),
    begin: async () => {
      sitting = await open()
    },
    write: async (going: () => boolean) => {
      while (going()) {
        if (sitting !== null) type()
        await sleep(rng.integer(5, 60))
      }
    },
    /** The browser dies without a word. On another device only what the server has is there. */
    killBrowser: async (elsewhere: boolean) => {
      counts.browsers++
      const killedAt = ticks()
      const cutOff = unansweredSince === null ? 0 : killedAt - unansweredSince
      unansweredSince = null
      sitting?.close()
      sitting = null
      if (elsewhere) newDevice()
      else browser.die()
      const next = await open()
      const waited = ticks() - killedAt
      const gone = Math.max(0, lost(next) - waited)
      if (elsewhere) {
        counts.lostElsewhere = Math.max(counts.lostElsewhere, gone - cutOff)
        counts.lostCutOff = Math.max(counts.lostCutOff, gone)
      }
      if (!elsewhere) counts.lostHere = Math.max(counts.lostHere, gone)
      sitting = next
    },
    killNetwork: async () => {
      counts.networks++
      network = false
      await sleep(rng.integer(10, 400))
      network = true
      await sitting?.flush()
    },
    /** Hands in until the server has said so, and once more. */
    handIn: async (): Promise<void> => {
      network = true
      const codes = new Set<string>()
      for (let tries = 0; tries < 400 && codes.size === 0; tries++) {
        await sitting?.handIn()
        const code = sitting?.getSnapshot().receipt?.code
        if (code !== undefined) codes.add(code)
        else await sleep(20)
      }
      for (const { path, init } of sent.filter(({ path: to }) => to.endsWith('/hand-in'))) {
        const again = await serve(path, init)
        codes.add(((await again.json()) as { readonly receipt: { readonly code: string } }).receipt.code)
      }
      if (codes.size !== 1) missed.push(`${name} has ${codes.size} receipts.`)
      sitting?.close()
    },
  }
}
