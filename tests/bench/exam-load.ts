import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'next-auth/jwt'
import { asId, type UserId } from '@/lib/core/id'
import type { Sheet } from '@/lib/exam/protocol/attempt'
import { openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { freePort, startServer } from '../e2e/server'
import { examQuestions } from '../support/exam-questions'
import { makeClass, publishedExam } from '../support/exam-world'
import type { ServedDatabase } from '../support/served-database'

export const takers = 1000
const hour = 3_600_000

export interface Taker {
  readonly cookie: string
  readonly origin: string
  readonly path: string
}

/** A running server with an exam of twenty of the shipped questions, and a thousand students who are signed in. */
export interface ExamRoom {
  readonly crowd: readonly Taker[]
  /** What the server's process has taken of the processor so far, ms. */
  readonly serverMs: () => Promise<number>
  readonly stop: () => Promise<void>
}

export const openRoom = async (served: ServedDatabase): Promise<ExamRoom> => {
  await migrate(served.place)
  const db = openDatabase(served.place)
  const now = Date.now()
  const zones = await examQuestions(db, new Date(now))
  const world = await makeClass(db, takers, new Date(now))
  const times = { opensAt: now - hour, dueAt: now + 3 * hour, closesAt: now + 3 * hour, durationMinutes: 120 }
  const exam = await publishedExam(db, world, { zones, ...times }, new Date(now))
  await db.$disconnect()
  const metrics = await freePort()
  const server = await startServer(served.folder, undefined, { ...served.env, METRICS_PORT: String(metrics) })
  const secret = readFileSync(join(served.folder, 'secret'), 'utf8').trim()
  const crowd: Taker[] = []
  for (const userId of world.students) {
    const token = await encode({ token: { userId: asId<UserId>(userId), sessionVersion: 1 }, secret })
    crowd.push({
      cookie: `next-auth.session-token=${token}`,
      origin: server.url,
      path: `${server.url}/api/exams/${exam}/attempt`,
    })
  }
  return {
    crowd,
    serverMs: async () => {
      const text = await (await fetch(`http://127.0.0.1:${metrics}/metrics`)).text()
      const [, seconds] = /^process_cpu_seconds_total (\S+)/m.exec(text) ?? []
      if (seconds === undefined) throw new Error('the server does not tell its processor time')
      return Number(seconds) * 1000
    },
    stop: async () => {
      await server.stop()
    },
  }
}

/** One request of a taker, its body read; ms from when it was due, so that waiting for a turn counts. */
export const timedRequest = async (
  taker: Taker,
  method: 'POST' | 'PUT',
  body: unknown,
  dueAt: number,
): Promise<{ readonly ms: number; readonly text: string }> => {
  const response = await fetch(`${taker.path}?language=en`, {
    method,
    headers: { cookie: taker.cookie, origin: taker.origin, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} was answered ${response.status}: ${text.slice(0, 200)}`)
  return { ms: performance.now() - dueAt, text }
}

/** Runs one deed of each at its due time, given in ms from now. */
export const atTheirTimes = async (dues: readonly number[], deed: (index: number, dueAt: number) => Promise<void>) => {
  const start = performance.now()
  await Promise.all(
    dues.map(async (due, index) => {
      await new Promise((resolve) => setTimeout(resolve, due))
      await deed(index, start + due)
    }),
  )
}

export const readSheetText = (text: string): Sheet => JSON.parse(text) as Sheet
