import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Reception, withReceivedFile } from '@/lib/server/received-file'
import { temporaryPath } from '@/lib/server/temporary'
import { makeUploadGate } from '@/lib/server/upload-gate'
import { mostBytesOf } from '@/lib/sync/import-limits'

// A worker of the tests is ended without the leave that a server takes.
afterAll(() => rmSync(dirname(temporaryPath()), { recursive: true, force: true }))

const sent = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/imports', {
    method: 'POST',
    body,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', ...headers },
    duplex: 'half',
  } as RequestInit)

const mib = 1024 * 1024

/** A body of any size, a piece at a time; counts the pieces that were taken. */
const endless = (pieces: number, pause: (piece: number) => Promise<void> = async () => {}) => {
  const taken = { count: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (taken.count >= pieces) return controller.close()
        await pause(taken.count)
        taken.count++
        controller.enqueue(new Uint8Array(mib).fill(taken.count))
      },
      cancel() {
        taken.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken }
}
const bytes = (text: string) =>
  new ReadableStream<Uint8Array>({
    start(controller) {
      for (const sign of new TextEncoder().encode(text)) controller.enqueue(new Uint8Array([sign]))
      controller.close()
    },
  })

const never = () => new Promise<void>(() => {})
const roomy = () => makeUploadGate({ perPerson: 2, files: 3, bytes: 1000 * mib })
const quiz = (changes: Partial<Reception> = {}): Reception => ({
  person: 'ada',
  most: mostBytesOf('quiz.xml'),
  gate: roomy(),
  ...changes,
})
const lying = () => readdirSync(dirname(temporaryPath()))

describe('a large body', () => {
  it('of 100 MB that is no package of Anki is refused by what it says of itself, before a piece is read', async () => {
    const { body, taken } = endless(100)
    const request = sent(body, { 'content-length': String(100 * mib) })
    await expect(withReceivedFile(request, quiz(), async () => 1)).rejects.toMatchObject({
      status: 413,
      code: 'too-large',
    })
    expect(taken.count).toBe(0)
  })

  it('that says nothing of its size is refused once it is too large, and never held whole', async () => {
    const { body, taken } = endless(100)
    await expect(withReceivedFile(sent(body), quiz(), async () => 1)).rejects.toMatchObject({ status: 413 })
    expect(taken).toEqual({ count: 21, cancelled: true })
    expect(lying()).toEqual([])
  })

  it('is a file while it is used, and gone afterwards', async () => {
    const { body } = endless(2)
    let path = ''
    const size = await withReceivedFile(sent(body), quiz(), async (file) => {
      path = file
      return readFileSync(file).length
    })
    expect(size).toBe(2 * mib)
    expect(existsSync(path)).toBe(false)
    expect(path.startsWith(tmpdir())).toBe(true)
  })

  it('may begin with bytes that are no part of the file, wherever its pieces are cut', async () => {
    const told = await withReceivedFile(sent(bytes('{"a":1}rest')), quiz({ head: 7 }), async (file, head) => [
      new TextDecoder().decode(head),
      readFileSync(file, 'utf8'),
    ])
    expect(told).toEqual(['{"a":1}', 'rest'])
    await expect(withReceivedFile(sent(bytes('{"a"')), quiz({ head: 7 }), async () => 1)).rejects.toMatchObject({
      status: 400,
      code: 'cut-off',
    })
  })

  it('that falls silent, or trickles, is given up, and its room is free again', async () => {
    const gate = makeUploadGate({ perPerson: 1, files: 1, bytes: 1000 * mib })
    const silent = endless(3, (piece) => (piece === 1 ? never() : Promise.resolve()))
    const hasty = { silence: 30, start: 1e9, pace: 1 }
    await expect(
      withReceivedFile(sent(silent.body), quiz({ gate, patience: hasty }), async () => 1),
    ).rejects.toMatchObject({ status: 408, code: 'too-slow' })
    const trickle = endless(9, () => new Promise((resolve) => setTimeout(resolve, 5)))
    const eager = { silence: 1000, start: 0, pace: 1e12 }
    await expect(
      withReceivedFile(sent(trickle.body), quiz({ gate, patience: eager }), async () => 1),
    ).rejects.toMatchObject({ status: 408, code: 'too-slow' })
    expect(trickle.taken.cancelled).toBe(true)
    expect(lying()).toEqual([])
    expect(await withReceivedFile(sent(bytes('x')), quiz({ gate }), async () => 'taken')).toBe('taken')
  })

  it('whose sender goes away is a refusal and not a fault of the server, and leaves nothing', async () => {
    const gate = makeUploadGate({ perPerson: 1, files: 1, bytes: 1000 * mib })
    const broken = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array(mib))
        controller.error(new Error('aborted'))
      },
    })
    await expect(withReceivedFile(sent(broken), quiz({ gate }), async () => 1)).rejects.toMatchObject({
      status: 400,
      code: 'cut-off',
    })
    expect(lying()).toEqual([])
    expect(await withReceivedFile(sent(bytes('x')), quiz({ gate }), async () => 'taken')).toBe('taken')
  })

  it('is refused unread while others take all the room, by what it says it is', async () => {
    const gate = makeUploadGate({ perPerson: 2, files: 3, bytes: 30 * mib })
    let finish = () => {}
    const used = new Promise<void>((resolve) => {
      finish = resolve
    })
    let [begun, begin] = [Promise.resolve(), () => {}]
    begun = new Promise((resolve) => {
      begin = resolve
    })
    const first = withReceivedFile(sent(bytes('x')), quiz({ gate }), async () => {
      begin()
      await used
    })
    await begun
    const { body, taken } = endless(3)
    await expect(withReceivedFile(sent(body), quiz({ gate, person: 'eve' }), async () => 1)).rejects.toMatchObject({
      status: 429,
      code: 'import-busy',
    })
    expect(taken.count).toBe(0)
    const small = sent(bytes('x'), { 'content-length': '1' })
    expect(await withReceivedFile(small, quiz({ gate, person: 'eve' }), async () => 'taken')).toBe('taken')
    finish()
    await first
  })
})
