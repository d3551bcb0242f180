import { type Decoder, object, text } from '@/lib/core/decode'
import type { Result } from '@/lib/core/result'
import { ok, refuse } from '@/lib/core/result'

/** Codes the server refuses with where banks are concerned; `unknown` for any other. */
export const bankRefusals = [
  'offline',
  'signed-out',
  'guest',
  'not-found',
  'stale',
  'too-many',
  'too-large',
  'draft-too-large',
  'instructors-only',
  'link',
] as const
export type BankRefusal = (typeof bankRefusals)[number] | 'unknown'

const decodeError = object({ error: object({ code: text(100) }) })

/** Asks the own server about banks and what is taken into them. Never throws; a refusal comes with the server's code. */
export const askBanks = async <T>(
  path: string,
  decode: Decoder<T>,
  send?: { readonly method: 'POST' | 'PUT' | 'DELETE'; readonly body?: unknown; readonly file?: Blob },
): Promise<Result<T, BankRefusal>> => {
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
    return refuse(bankRefusals.find((one) => one === code) ?? 'unknown')
  } catch {
    return refuse('offline')
  }
}
