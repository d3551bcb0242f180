import { afterEach, describe, expect, it } from 'vitest'
import { makeChanges } from '@/lib/client/changes'
import type { Fetch } from '@/lib/client/fetch-json'
import { makeOutbox, type Outbox } from '@/lib/client/outbox'
import { asId, type DeviceId, type EventId } from '@/lib/core/id'
import { makeMemoryReviewStore } from '../../support/memory-review-store'
import { gradeEvent, start } from '../schedule/history'
import { makeServer } from '../sync/server'

type Line = 'up' | 'down' | 'signed-out' | 'broken'

const made: Outbox[] = []
afterEach(() => {
  for (const outbox of made.splice(0)) outbox.close()
})

const makeLine = (options: { readonly guest?: boolean } = {}) => {
  const store = makeMemoryReviewStore()
  const server = makeServer('one', () => start)
  const changes = makeChanges()
  const line = { state: 'up' as Line, asked: 0, guests: 0, later: [] as { task: () => void; ms: number }[] }
  const fetch: Fetch = async (path, init) => {
    if (line.state === 'down') throw new TypeError('Failed to fetch')
    if (path === '/api/account')
      return Response.json({ account: line.state === 'signed-out' ? null : { kind: 'guest' } })
    line.asked++
    if (line.state === 'signed-out') return new Response('{}', { status: 401 })
    if (line.state === 'broken') return new Response('<html>', { status: 200 })
    return Response.json(server.answer(JSON.parse(String(init?.body))))
  }
  const outbox = makeOutbox({
    store,
    changes,
    deviceId: asId<DeviceId>('phone'),
    fetch,
    now: () => start,
    ensureGuest: async () => {
      line.guests++
      if (!options.guest) return false
      line.state = 'up'
      return true
    },
    later: (task, ms) => {
      const entry = { task, ms }
      line.later.push(entry)
      return () => {
        line.later = line.later.filter((one) => one !== entry)
      }
    },
    alone: async (drain) => {
      await drain()
      return true
    },
  })
  made.push(outbox)
  const grade = (name: string) => store.append([gradeEvent({ id: asId<EventId>(name) })])
  return { store, server, changes, line, outbox, grade }
}

describe('the outbox', () => {
  it('carries what waits to the server and says saved', async () => {
    const { server, outbox, grade } = makeLine()
    await grade('a')
    await outbox.drain()
    expect(server.events().map((event) => event.id)).toEqual(['a'])
    expect(outbox.getSnapshot()).toEqual({ kind: 'saved' })
  })

  it('waits a moment after a review, so that quick grades are one exchange', async () => {
    const { line, outbox, grade } = makeLine()
    await grade('a')
    outbox.nudge()
    await grade('b')
    outbox.nudge()
    expect([line.asked, line.later.map((one) => one.ms)]).toEqual([0, [1500]])
    line.later[0]?.task()
    await outbox.drain()
    expect(outbox.getSnapshot()).toEqual({ kind: 'saved' })
    expect(line.asked, 'one exchange for both').toBe(1)
  })

  it('is not put off by a learner who never pauses', async () => {
    const { line, outbox, grade } = makeLine()
    await grade('a')
    outbox.nudge()
    const first = line.later[0]
    await grade('b')
    outbox.nudge()
    expect(line.later, 'the second grade keeps the exchange the first one set').toEqual([first])
  })

  it('says offline with the number waiting, and backs off further each time', async () => {
    const { line, outbox, grade } = makeLine()
    line.state = 'down'
    await grade('a')
    const waits: (number | undefined)[] = []
    for (let i = 0; i < 9; i++) {
      await outbox.drain()
      waits.push(line.later.at(-1)?.ms)
    }
    expect(outbox.getSnapshot()).toEqual({ kind: 'offline', count: 1 })
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600].map((s) => s * 1000))
    line.state = 'up'
    await outbox.drain()
    expect(outbox.getSnapshot()).toEqual({ kind: 'saved' })
  })

  it('says signed out, asks for no guest nobody wanted, and keeps the reviews', async () => {
    const { line, outbox, grade, store } = makeLine()
    line.state = 'signed-out'
    await grade('a')
    await outbox.drain()
    expect(outbox.getSnapshot()).toEqual({ kind: 'signed-out', count: 1 })
    expect([line.later.length, await store.waiting()], 'no knocking at a closed door').toEqual([0, 1])
  })

  it('asks nothing of the server for a stranger but who they are', async () => {
    const { line, outbox, grade } = makeLine()
    line.state = 'signed-out'
    await grade('a')
    await outbox.drain()
    expect([outbox.getSnapshot().kind, line.asked]).toEqual(['signed-out', 0])
  })

  it('hears of it from the server where it had an answer before, and goes on once signed in', async () => {
    const { line, outbox, grade, server } = makeLine()
    await outbox.drain()
    line.state = 'signed-out'
    await grade('a')
    await outbox.drain()
    expect([outbox.getSnapshot(), line.asked]).toEqual([{ kind: 'signed-out', count: 1 }, 2])
    line.state = 'up'
    await outbox.drain()
    expect(server.events().map((event) => event.id)).toEqual(['a'])
  })

  it('becomes a guest once and goes on', async () => {
    const { line, outbox, grade } = makeLine({ guest: true })
    line.state = 'signed-out'
    await grade('a')
    await outbox.drain()
    expect([outbox.getSnapshot().kind, line.guests]).toEqual(['saved', 1])
  })

  it('calls an answer it cannot read a failure, and keeps the reviews', async () => {
    const { line, outbox, grade, store } = makeLine()
    line.state = 'broken'
    await grade('a')
    await outbox.drain()
    expect(outbox.getSnapshot()).toMatchObject({ kind: 'failed', count: 1 })
    expect(await store.waiting()).toBe(1)
  })

  it('makes one exchange of several calls at once', async () => {
    const { line, outbox, grade } = makeLine()
    await grade('a')
    await Promise.all([outbox.drain(), outbox.drain(), outbox.drain()])
    expect(line.asked).toBe(1)
  })

  it('tells the page when reviews of another device came', async () => {
    const { server, changes, outbox } = makeLine()
    const elsewhere = gradeEvent({ id: asId<EventId>('x') })
    server.answer({
      deviceId: asId<DeviceId>('desk'),
      epoch: null,
      cursor: 0,
      sentAt: start,
      echo: true,
      events: [elsewhere],
    })
    let told = 0
    changes.subscribe(() => {
      told++
    })
    await outbox.drain()
    await outbox.drain()
    expect(told, 'once, for the one exchange that brought something').toBe(1)
    changes.close()
  })
})
