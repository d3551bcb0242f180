import type { Drafts } from '@/lib/client/exam/draft-store'
import type { SittingGround } from '@/lib/client/exam/sitting'
import type { Flag } from '@/lib/exam/flags'
import type { Sheet } from '@/lib/exam/protocol/attempt'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'

/** A paper of three questions with an hour left, but for what the test says. */
export const sheet = (rest: Partial<Sheet> = {}): Sheet => ({
  exam: 'exam-1',
  attempt: 'attempt-hers',
  title: 'Midterm',
  zone: 'UTC',
  now: 0,
  deadline: 3_600_000,
  graceMs: 30_000,
  breakLeftMs: 0,
  onBreak: false,
  finished: false,
  receipt: null,
  parts: [{ title: 'A', locked: false }],
  place: 0,
  nextPlace: null,
  flagged: [],
  live: null,
  slots: [0, 1, 2].map((slot) => ({
    slot,
    zone: 0,
    points: 1,
    question: { blocks: [], input: { kind: 'text', placeholder: '', code: true } },
  })),
  answers: [],
  ...rest,
})

interface Sent {
  readonly to?: number
  readonly answers: readonly AnswerToSave[]
  readonly flags?: readonly Flag[]
}

/** A device and a server at the test's hand: time passes when it says so. */
export const bench = () => {
  const storage = new Map<string, string>()
  const journal = new Map<string, string>()
  const timers = new Set<{ readonly at: number; readonly task: () => void }>()
  let ticks = 0
  const server = {
    down: false,
    /** A break, begun elsewhere, takes no answers. */
    closed: false,
    sheet: sheet(),
    saved: [] as (readonly AnswerToSave[])[],
    flagged: [] as (readonly Flag[] | undefined)[],
    handedIn: [] as (readonly AnswerToSave[])[],
    passed: [] as Sent[],
  }
  const receipt = { code: 'abcd', at: 5, answered: 1, of: 3, lateSeconds: 0 }
  const reply = (path: string, method: string, sent: Sent): unknown => {
    if (method === 'GET') return server.sheet
    if (path.endsWith('/hand-in')) {
      server.handedIn.push(sent.answers)
      return { receipt }
    }
    if (path.endsWith('/place')) {
      server.passed.push(sent)
      return { place: sent.to ?? 0 }
    }
    if (path.endsWith('/break')) return {}
    server.saved.push(sent.answers)
    server.flagged.push(sent.flags)
    const acknowledged = sent.answers.map(({ slot, rev }) => ({ slot, rev }))
    return { acknowledged, now: ticks, deadline: 3_600_000, finished: false, lateSeconds: 0, live: null }
  }
  const desk = {
    storage,
    journal,
    server,
    full: false,
    /** What the device keeps. */
    kept: (): Drafts => JSON.parse([...storage.values()][0] ?? 'null') as Drafts,
    /** Lets time pass, and everything that was to happen in it. */
    pass: async (ms: number) => {
      const end = ticks + ms
      for (;;) {
        const [next] = [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        ticks = Math.max(ticks, next.at)
        timers.delete(next)
        next.task()
        for (let turn = 0; turn < 20; turn++) await Promise.resolve()
        await new Promise((resolve) => setImmediate(resolve))
      }
      ticks = end
    },
    ground: (): SittingGround => ({
      storage: {
        getItem: (name) => storage.get(name) ?? null,
        setItem: (name, value) => {
          if (desk.full) throw new Error('full')
          storage.set(name, value)
        },
        removeItem: (name) => void storage.delete(name),
      },
      journal: {
        read: async (name) => journal.get(name) ?? null,
        write: (name, text) => void (text === null ? journal.delete(name) : journal.set(name, text)),
      },
      fetch: async (path, init) => {
        if (server.down) throw new TypeError('no network')
        const bytes = new TextEncoder().encode(String(init?.body ?? '')).length
        if (init?.keepalive === true && bytes > 65_536)
          throw new TypeError('browsers outlive a page with no more than this')
        const sent = JSON.parse(String(init?.body ?? '{}')) as Sent
        const method = init?.method ?? 'GET'
        if (server.closed && (method === 'PUT' || path.endsWith('/place')))
          return Response.json({ error: { code: 'exam-on-break' } }, { status: 409 })
        return Response.json(reply(path.split('?')[0] ?? '', method, sent))
      },
      ticks: () => ticks,
      later: (task, ms) => {
        const timer = { at: ticks + ms, task }
        timers.add(timer)
        return () => timers.delete(timer)
      },
      random: () => 0.5,
      device: 'phone',
      language: 'en',
    }),
  }
  return desk
}
