import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTaskWorker } from '@/lib/client/task-worker'

/** A worker by hand: what it was sent, and what it says when. */
class HandWorker extends EventTarget {
  readonly sent: { readonly id: number }[] = []
  ended = false
  postMessage(message: { readonly id: number }): void {
    this.sent.push(message)
  }
  terminate(): void {
    this.ended = true
  }
  say(data: object): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const open = () => {
  const workers: HandWorker[] = []
  const link = openTaskWorker<{ readonly n: number }, { readonly kind: 'square'; readonly value: number }>(() => {
    const worker = new HandWorker()
    workers.push(worker)
    return worker as unknown as Worker
  })
  return { link, workers, only: () => workers[0] ?? new HandWorker() }
}

describe('a worker for tasks', () => {
  it('starts with the first task and gives each answer to whoever asked, in any order', async () => {
    const { link, workers, only } = open()
    expect(workers).toHaveLength(0)
    const answers = [link.ask({ n: 2 }), link.ask({ n: 3 })]
    expect(only().sent).toEqual([
      { n: 2, id: 1 },
      { n: 3, id: 2 },
    ])
    only().say({ kind: 'ready', id: 0 })
    only().say({ kind: 'square', id: 2, value: 9 })
    only().say({ kind: 'square', id: 1, value: 4 })
    expect(await Promise.all(answers)).toMatchObject([{ value: 4 }, { value: 9 }])
  })

  it('lets one task fail and goes on', async () => {
    const { link, workers, only } = open()
    const failing = link.ask({ n: 2 })
    only().say({ kind: 'failed', id: 1, message: 'No such number.' })
    await expect(failing).rejects.toThrow('No such number.')
    const next = link.ask({ n: 3 })
    only().say({ kind: 'square', id: 2, value: 9 })
    expect(await next).toMatchObject({ value: 9 })
    expect(workers).toHaveLength(1)
  })

  it('says that a worker never came, and starts another for the next task', async () => {
    const { link, workers, only } = open()
    const waiting = expect(link.ask({ n: 2 })).rejects.toThrow('The worker could not be loaded.')
    vi.advanceTimersByTime(30_000)
    await waiting
    expect(only().ended).toBe(true)
    const next = expect(link.ask({ n: 3 })).rejects.toThrow('The page was left.')
    expect(workers).toHaveLength(2)
    link.close()
    await next
  })
})
