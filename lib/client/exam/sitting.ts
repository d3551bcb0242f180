import { integer, object } from '@/lib/core/decode'
import { type Flag, withFlags } from '@/lib/exam/flags'
import type { Receipt, Sheet } from '@/lib/exam/protocol/attempt'
import { decodeReceipt, decodeSaved, decodeSheet } from '@/lib/exam/protocol/decode'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import type { Answer } from '@/lib/view/input'
import { type Fetch, type FetchRefusal, fetchJson } from '../fetch-json'
import { type Draft, type DraftPlace, forgetDrafts, readDrafts, writeDrafts } from './draft-store'
import { makeServerClock } from './server-clock'
import type { Sitting, SittingSnapshot } from './sitting-state'

/** What a sitting needs of its device. */
export interface SittingGround extends DraftPlace {
  readonly fetch: Fetch
  /** Only ever grows, ms. */
  readonly ticks: () => number
  /** Runs a task later; the returned function calls it off. */
  readonly later: (task: () => void, ms: number) => () => void
  /** 0 ..< 1: spreads the saves of a room over time. */
  readonly random: () => number
  /** Names this device: lower-case letters and digits. */
  readonly device: string
  /** `?language=` of the questions. */
  readonly language: string
}

/** The first change is sent so long after it was made, with all that followed: within five seconds, ms. */
const sendAfter = 3000
const sendSpread = 1000
const firstRetry = 1500
/** A server that was away is to hear of answers soon after it is back; nobody tells the device that it is. */
const longestRetry = 4000
const conflict = 409
/** Browsers refuse to send more than 64 KiB for a page that may be gone; bytes. */
const mostOutliving = 60_000

const decodeHandIn = object<{ readonly receipt: Receipt }>({ receipt: decodeReceipt })
const decodePlace = object<{ readonly place: number }>({ place: integer(0, 1000) })
const decodeNothing = object<object>({})

/** Of what the server and this device have of each question, the newer. */
const merged = (sheet: Sheet, own: readonly Draft[]): Map<number, Draft> => {
  const drafts = new Map(sheet.answers.map((answer): [number, Draft] => [answer.slot, { ...answer, saved: true }]))
  for (const draft of own) {
    const known = drafts.get(draft.slot)
    // What the server does not say back it does not have, whatever it said before.
    if (known === undefined || draft.rev > known.rev) drafts.set(draft.slot, { ...draft, saved: false })
  }
  return drafts
}

/** Goes on with an attempt from what the server says and what this device kept of it. */
export const openSitting = (ground: SittingGround, first: Sheet): Sitting => {
  const { storage, device, ticks } = ground
  const path = `/api/exams/${encodeURIComponent(first.exam)}/attempt`
  const clock = makeServerClock(ticks, first.now)
  const kept = readDrafts(storage, first.exam, first.attempt)
  const listeners = new Set<() => void>()
  let sheet = first
  let drafts = merged(first, kept?.drafts ?? [])
  let flags: readonly Flag[] = kept?.flags ?? []
  let handingIn = (kept?.handingIn ?? false) && first.receipt === null
  let written = kept?.written ?? 0
  let reached = true
  let signedOut = false
  let keptHere = true
  let failed: SittingSnapshot['failed'] = null
  let cancel: (() => void) | null = null
  let retry = firstRetry
  let sending: Promise<void> | null = null
  let closed = false

  const unsaved = (): readonly Draft[] => [...drafts.values()].filter(({ saved }) => !saved)
  const waiting = (): boolean => handingIn || unsaved().length > 0 || flags.length > 0
  const savedState = (): SittingSnapshot['saved'] => {
    // With every answer there, handing in is still to arrive.
    if (unsaved().length === 0) return handingIn && !reached ? 'offline' : 'saved'
    return !keptHere ? 'unkept' : reached ? 'device' : 'offline'
  }
  const look = (): SittingSnapshot => ({
    title: sheet.title,
    zone: sheet.zone,
    slots: sheet.slots,
    parts: sheet.parts,
    place: sheet.place,
    nextPlace: sheet.nextPlace,
    answers: new Map([...drafts].map(([slot, { answer }]) => [slot, answer])),
    onServer: new Set([...drafts.values()].flatMap(({ slot, saved }) => (saved ? [slot] : []))),
    flagged: new Set(withFlags(sheet.flagged, flags)),
    saved: savedState(),
    deadline: sheet.deadline,
    onBreak: sheet.onBreak,
    breakLeftMs: sheet.breakLeftMs,
    pause: sheet.onBreak ? { endsAt: sheet.now + sheet.breakLeftMs, leftMs: sheet.deadline - sheet.now } : null,
    live: sheet.live,
    handingIn,
    finished: sheet.finished,
    receipt: sheet.receipt,
    signedOut,
    failed,
  })
  let snapshot = look()
  const changed = () => {
    snapshot = look()
    for (const listener of listeners) listener()
  }
  const keep = () => {
    keptHere = writeDrafts(ground, first.exam, {
      attempt: first.attempt,
      drafts: [...drafts.values()],
      flags,
      handingIn,
      written: ++written,
    })
  }
  const offers = (from: readonly Draft[]): readonly AnswerToSave[] =>
    from.map(({ slot, rev, answer, spentMs }) => ({ slot, rev, device, answer, spentMs }))
  const body = (method: 'POST' | 'PUT', content: unknown): RequestInit => {
    const text = JSON.stringify(content)
    // The last save goes out although the page is being left, as far as browsers let it.
    const keepalive = new TextEncoder().encode(text).length < mostOutliving
    return { method, headers: { 'content-type': 'application/json' }, body: text, keepalive }
  }
  const heard = ({ reason }: FetchRefusal) => {
    reached = reason !== 'offline'
    signedOut = reason === 'signed-out'
  }
  const acknowledge = (sent: readonly { readonly slot: number; readonly rev: number }[]) => {
    for (const { slot, rev } of sent) {
      const draft = drafts.get(slot)
      // What was typed since is another revision, and still to be sent.
      if (draft !== undefined && draft.rev <= rev) drafts.set(slot, { ...draft, saved: true })
    }
  }
  const read = async (): Promise<boolean> => {
    const askedAt = ticks()
    const fetched = await fetchJson(ground.fetch, `${path}?language=${ground.language}`, decodeSheet)
    if (!fetched.ok) {
      heard(fetched.error)
      return false
    }
    clock.hear(fetched.value.now, askedAt)
    sheet = fetched.value
    drafts = merged(sheet, [...drafts.values()])
    ;[reached, signedOut] = [true, false]
    return true
  }

  const sendHandIn = async (): Promise<boolean> => {
    const sent = unsaved()
    const answer = await fetchJson(
      ground.fetch,
      `${path}/hand-in`,
      decodeHandIn,
      body('POST', { answers: offers(sent) }),
    )
    if (!answer.ok) {
      heard(answer.error)
      return false
    }
    acknowledge(sent)
    sheet = { ...sheet, finished: true, receipt: answer.value.receipt }
    ;[reached, signedOut, handingIn] = [true, false, false]
    forgetDrafts(ground, first.exam)
    return true
  }
  const sendAnswers = async (): Promise<boolean> => {
    const [sent, told] = [unsaved(), flags]
    if (sent.length === 0 && told.length === 0) return true
    const askedAt = ticks()
    const content = { answers: offers(sent), flags: told }
    const answer = await fetchJson(ground.fetch, path, decodeSaved, body('PUT', content))
    if (!answer.ok) {
      heard(answer.error)
      // The one thing a save stands against is a break, begun on another device: the sheet tells of it.
      if (answer.error.status === conflict) await read()
      return false
    }
    clock.hear(answer.value.now, askedAt)
    acknowledge(answer.value.acknowledged)
    // What the server left out lies behind a lock-point: sending it again would change nothing.
    acknowledge(sent)
    const { deadline, finished, live } = answer.value
    sheet = { ...sheet, flagged: withFlags(sheet.flagged, told) }
    flags = flags.filter((one) => !told.includes(one))
    sheet = { ...sheet, deadline: sheet.onBreak ? sheet.deadline : deadline, finished, live }
    ;[reached, signedOut] = [true, false]
    return true
  }

  const plan = (ms: number) => {
    if (closed || cancel !== null) return
    cancel = ground.later(() => {
      cancel = null
      void flush()
    }, ms)
  }
  const send = async (): Promise<void> => {
    const done = handingIn ? await sendHandIn() : await sendAnswers()
    if (sheet.receipt === null) keep()
    retry = done ? firstRetry : Math.min(longestRetry, retry * 2)
    // What a break does not take waits for its end.
    if (!done && sheet.onBreak && !handingIn) return changed()
    if (!done) plan(retry * (0.5 + ground.random() / 2))
    else if (waiting()) plan(sendAfter)
    changed()
  }
  const flush = async (): Promise<void> => {
    cancel?.()
    cancel = null
    // One at a time; what was typed meanwhile goes next.
    if (sending !== null) await sending
    if (sheet.receipt !== null || !waiting()) return
    sending = send().finally(() => {
      sending = null
    })
    await sending
  }
  const ask = async (what: 'lock' | 'break', work: () => Promise<boolean>): Promise<void> => {
    const done = await work()
    // What the server refused, the sheet tells why: a break or an end that came from another device.
    const seen = (done || reached) && (await read())
    failed = done && seen ? null : what
    keep()
    changed()
    sendLeft()
  }
  /** Sends what a break or a lost network has kept here. */
  const sendLeft = () => {
    if (!sheet.onBreak && waiting()) plan(0)
  }

  if (kept !== null && waiting()) plan(0)
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => snapshot,
    now: clock.now,
    answer: (slot, answer: Answer, spentMs) => {
      if (sheet.finished || sheet.onBreak || handingIn) return
      const known = drafts.get(slot)
      drafts.set(slot, {
        slot,
        rev: (known?.rev ?? 0) + 1,
        answer,
        spentMs: Math.min(86_400_000, Math.round((known?.spentMs ?? 0) + spentMs)),
        saved: false,
      })
      keep()
      changed()
      plan(sendAfter + ground.random() * sendSpread)
    },
    flag: (slot) => {
      if (sheet.finished || handingIn) return
      flags = [...flags.filter((one) => one.slot !== slot), { slot, on: !snapshot.flagged.has(slot) }]
      keep()
      changed()
      plan(sendAfter + ground.random() * sendSpread)
    },
    flush,
    handIn: async () => {
      if (sheet.receipt !== null) return
      handingIn = true
      keep()
      changed()
      await flush()
    },
    passLockPoint: () =>
      ask('lock', async () => {
        if (sheet.nextPlace === null) return false
        const sent = unsaved()
        const content = { to: sheet.nextPlace, answers: offers(sent) }
        const answer = await fetchJson(ground.fetch, `${path}/place`, decodePlace, body('POST', content))
        if (answer.ok) acknowledge(sent)
        else heard(answer.error)
        return answer.ok
      }),
    takeBreak: (on) =>
      ask('break', async () => {
        if (on) await flush()
        const answer = await fetchJson(ground.fetch, `${path}/break`, decodeNothing, body('POST', { on }))
        if (!answer.ok) heard(answer.error)
        return answer.ok
      }),
    refresh: async () => {
      await flush()
      if (sheet.receipt === null) await read()
      changed()
      sendLeft()
    },
    close: () => {
      closed = true
      cancel?.()
      listeners.clear()
    },
  }
}
