import type { Decoder } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'

/** `offline`: no answer came. `signed-out`: the server does not know who asks. `server`: an answer nobody can use. */
export interface FetchRefusal {
  readonly reason: 'offline' | 'signed-out' | 'server'
  /** HTTP status; null when no answer came. */
  readonly status: number | null
  readonly message: string
}

export type Fetch = (input: string, init?: RequestInit) => Promise<Response>

/** A server that says nothing for this long is not there, ms. */
const patience = 60_000

/** Fetches JSON from the own server and decodes it. Never throws. */
export const fetchJson = async <T>(
  fetch: Fetch,
  path: string,
  decode: Decoder<T>,
  init?: RequestInit,
): Promise<Result<T, FetchRefusal>> => {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(patience), ...init })
  } catch {
    return refuse({ reason: 'offline', status: null, message: 'No answer from the server.' })
  }
  const { status } = response
  if (status === 401) return refuse({ reason: 'signed-out', status, message: 'The server does not know who asks.' })
  if (!response.ok) return refuse({ reason: 'server', status, message: `The server answered ${status}.` })
  try {
    const read = decode(await response.json())
    return read.ok ? ok(read.value) : refuse({ reason: 'server', status, message: read.error.message })
  } catch {
    return refuse({ reason: 'server', status, message: 'The answer was cut off or is not JSON.' })
  }
}
