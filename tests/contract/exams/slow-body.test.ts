import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { POST as handIn } from '@/app/api/exams/[exam]/attempt/hand-in/route'
import { PUT as save } from '@/app/api/exams/[exam]/attempt/route'
import { type OpenScratch, testedDatabases } from '../../support/databases'
import { openScratchSite } from '../../support/scratch-site'
import { cookieOf, makeWorld, type World } from '../access/world'

const answers = { answers: [{ slot: 0, rev: 1, device: 'phone', answer: { kind: 'text', text: 'x' }, spentMs: 1 }] }

/** A request that begins now, and whose last byte comes a day later. */
const slowly = async (world: World, method: string): Promise<Request> => {
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        vi.setSystemTime(Date.now() + 24 * 3_600_000)
        controller.enqueue(new TextEncoder().encode(JSON.stringify(answers)))
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  const headers = { host: 'localhost', origin: 'http://localhost', ...(await cookieOf(world, 'student')) }
  return new Request('http://localhost/', { method, headers, body, duplex: 'half' } as RequestInit)
}

describe.each(testedDatabases)('an exam over a slow connection, on $name', ({ make }) => {
  let scratch: OpenScratch
  beforeAll(async () => {
    scratch = await openScratchSite(make)
  })
  afterAll(async () => {
    vi.useRealTimers()
    await scratch.discard()
  })

  it.each([
    ['saving', 'PUT', save],
    ['handing in', 'POST', handIn],
  ] as const)('%s is as late as the last byte of what is sent', async (_, method, handler) => {
    const now = new Date()
    vi.useFakeTimers({ toFake: ['Date'], now })
    const world = await makeWorld(scratch.db, now)
    const response = await handler(await slowly(world, method), { params: Promise.resolve({ exam: world.exam }) })
    expect(response.status).toBe(200)
    const rows = await scratch.db.examAnswer.findMany({ where: { examId: world.exam, receivedAt: { gt: now } } })
    expect(rows.map(({ slot, late }) => ({ slot, late }))).toEqual([{ slot: 0, late: true }])
  })
})
