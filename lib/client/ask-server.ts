import { type Decoder, object, text } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'

/** What is sent along with a question that changes something. */
export interface Sent {
  readonly method: 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  /** Sent as it is, in place of a body. */
  readonly file?: Blob
}

const decodeError = object({ error: object({ code: text(100) }) })

/**
 * Asks the own server. Never throws: a refusal comes with the server's code where it is one of `codes`, `offline` where no
 * answer came, and `unknown` for everything else.
 */
export const askServer = async <T, Code extends string>(
  path: string,
  decode: Decoder<T>,
  codes: readonly Code[],
  send?: Sent,
): Promise<Result<T, Code | 'offline' | 'unknown'>> => {
  try {
    const response = await fetch(path, {
      credentials: 'same-origin',
      ...(send && {
        method: send.method,
        headers: { 'content-type': send.file ? 'application/octet-stream' : 'application/json' },
        body: send.file ?? (send.body === undefined ? null : JSON.stringify(send.body)),
      }),
    })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok) {
      const read = decode(body)
      return read.ok ? ok(read.value) : refuse('unknown')
    }
    const told = decodeError(body)
    const code = told.ok ? told.value.error.code : ''
    return refuse(codes.find((one) => one === code) ?? 'unknown')
  } catch {
    return refuse('offline')
  }
}
