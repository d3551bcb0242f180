import 'server-only'
import { open } from 'node:fs/promises'
import { Refusal, requireSameOrigin } from './http'
import { refusal } from './refusals'
import { withTemporaryFile } from './temporary'
import { type UploadGate, uploadGate } from './upload-gate'

/** A body that comes more slowly than this is given up: it would keep others out. */
export interface Patience {
  /** ms without a piece. */
  readonly silence: number
  /** ms before the pace is looked at, and bytes a second from then on. */
  readonly start: number
  readonly pace: number
}

const patience: Patience = { silence: 30_000, start: 30_000, pace: 16 * 1024 }

export interface Reception {
  /** Whose file it is. */
  readonly person: string
  /** Bytes the file may have. */
  readonly most: number
  /** Bytes at the body's beginning that are no part of the file, and are kept in memory. */
  readonly head?: number
  readonly gate?: UploadGate
  readonly patience?: Patience
}

const inTime = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let late: NodeJS.Timeout | undefined
  const alarm = new Promise<never>((_resolve, reject) => {
    late = setTimeout(() => reject(refusal('too-slow')), ms)
  })
  try {
    return await Promise.race([work, alarm])
  } finally {
    clearTimeout(late)
  }
}

/** A body's pieces, for as long as they come at a fair pace. An asker who has gone ends it with a refusal, which nobody hears. */
async function* piecesOf(request: Request, { silence, start, pace }: Patience): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  if (reader === undefined) return
  const began = performance.now()
  let size = 0
  try {
    for (;;) {
      const part = await inTime(reader.read(), silence).catch((error: unknown) => {
        throw error instanceof Refusal ? error : refusal('cut-off')
      })
      if (part.done) return
      size += part.value.byteLength
      const ms = performance.now() - began
      if (ms > start && size < ((ms - start) / 1000) * pace) throw refusal('too-slow')
      yield part.value
    }
  } finally {
    // Whatever is still to come is not read.
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * Takes a large body from this site's own pages into a file, a piece at a time, and gives it to `use` with the body's first bytes; afterwards
 * the file is gone, whatever happened. Never more than a piece of it is in memory, and never more of them at once than the gate has room for.
 */
export const withReceivedFile = async <T>(
  request: Request,
  { person, most, head = 0, gate = uploadGate, patience: calm = patience }: Reception,
  use: (file: string, head: Uint8Array) => Promise<T>,
): Promise<T> => {
  requireSameOrigin(request)
  const limit = most + head
  const tooLarge = () =>
    new Refusal(
      413,
      'too-large',
      `The file is larger than ${Math.floor(most / 2 ** 20)} MiB. Export one deck at a time.`,
    )
  const told = request.headers.get('content-length')
  if (Number(told ?? 0) > limit) throw tooLarge()
  const leave = gate.enter(person, told === null ? limit : Number(told))
  if (leave === null) throw refusal('import-busy')
  try {
    return await withTemporaryFile(async (file) => {
      const first = new Uint8Array(head)
      const handle = await open(file, 'wx', 0o600)
      try {
        let size = 0
        for await (const piece of piecesOf(request, calm)) {
          const before = Math.min(Math.max(0, head - size), piece.byteLength)
          first.set(piece.subarray(0, before), size < head ? size : 0)
          size += piece.byteLength
          if (size > limit) throw tooLarge()
          if (before < piece.byteLength) await handle.appendFile(piece.subarray(before))
        }
        if (size < head) throw refusal('cut-off')
      } finally {
        await handle.close()
      }
      return await use(file, first)
    })
  } finally {
    leave()
  }
}
