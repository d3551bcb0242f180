import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withReceivedFile } from '@/lib/server/received-file'
import { mostBytesOf } from '@/lib/sync/import-limits'

const sent = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/imports', {
    method: 'POST',
    body,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin', ...headers },
    duplex: 'half',
  } as RequestInit)

const mib = 1024 * 1024

/** A body of any size, a piece at a time; counts the pieces that were taken. */
const endless = (pieces: number) => {
  const taken = { count: 0 }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken.count >= pieces) return controller.close()
        taken.count++
        controller.enqueue(new Uint8Array(mib))
      },
    },
    { highWaterMark: 0 },
  )
  return { body, taken }
}

describe('a large body', () => {
  it('of 100 MB that is no package of Anki is refused by what it says of itself, before a piece is read', async () => {
    const { body, taken } = endless(100)
    const request = sent(body, { 'content-length': String(100 * mib) })
    await expect(withReceivedFile(request, mostBytesOf('quiz.xml'), async () => 1)).rejects.toMatchObject({
      status: 413,
      code: 'too-large',
    })
    expect(taken.count).toBe(0)
  })

  it('that says nothing of its size is refused once it is too large, and never held whole', async () => {
    const { body, taken } = endless(100)
    await expect(withReceivedFile(sent(body), mostBytesOf('quiz.xml'), async () => 1)).rejects.toMatchObject({
      status: 413,
    })
    expect(taken.count).toBe(21)
  })

  it('is a file while it is used, and gone afterwards', async () => {
    const { body } = endless(2)
    let path = ''
    const size = await withReceivedFile(sent(body), mostBytesOf('quiz.xml'), async (file) => {
      path = file
      return readFileSync(file).length
    })
    expect(size).toBe(2 * mib)
    expect(() => readFileSync(path)).toThrow('ENOENT')
  })
})
