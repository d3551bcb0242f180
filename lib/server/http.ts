import 'server-only'
import { isBusy } from './db/retry'
import { publicUrl } from './env'
import { tell } from './running/log'

/** A refusal as the browser hears it: a status, a code for programs, a sentence for people. */
export class Refusal extends Error {
  constructor(
    readonly status: 400 | 401 | 403 | 404 | 408 | 409 | 413 | 429,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  Response.json(body, { ...init, headers: { 'cache-control': 'no-store', ...init.headers } })

const failure = (status: number, code: string, message: string): Response =>
  json({ error: { code, message } }, { status })

const toResponse = (error: unknown): Response => {
  if (error instanceof Refusal) return failure(error.status, error.code, error.message)
  if (isBusy(error)) return failure(503, 'busy', 'The database is busy. Nothing was changed; try again in a moment.')
  tell('error', error instanceof Error ? (error.stack ?? error.message) : String(error))
  return failure(500, 'internal', 'Something went wrong on the server. Nothing was changed.')
}

/** The one place where errors become responses. */
export const handle =
  <Context, R extends Request = Request>(work: (request: R, context: Context) => Promise<Response>) =>
  async (request: R, context: Context): Promise<Response> => {
    try {
      return await work(request, context)
    } catch (error) {
      return toResponse(error)
    }
  }

/**
 * Refuses a request that another site made the browser send: browsers name the page's origin on every request that
 * changes something. Programs without one have no cookies to abuse.
 */
export const requireSameOrigin = (request: Request): void => {
  const site = request.headers.get('sec-fetch-site')
  if (site === 'same-origin') return
  const origin = request.headers.get('origin')
  const own = publicUrl()?.host ?? request.headers.get('host')
  const same = origin === null ? site === null || site === 'none' : URL.canParse(origin) && new URL(origin).host === own
  if (!same) throw new Refusal(403, 'other-site', 'This request came from another site, so nothing was changed.')
}

/** Reads a body of at most `limit` bytes from this site's own pages. */
export const readBody = async (request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> => {
  requireSameOrigin(request)
  const tooLarge = () =>
    new Refusal(413, 'too-large', `The request is larger than ${Math.floor(limit / 1024)} KiB. Send less at a time.`)
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > limit) {
      await reader?.cancel()
      throw tooLarge()
    }
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

/** Bytes of a request as JSON. */
export const jsonIn = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refusal(400, 'not-json', 'The request is not readable JSON.')
  }
}

/** Reads a JSON body of at most `limit` bytes from this site's own pages. */
export const readJson = async (request: Request, limit: number): Promise<unknown> =>
  jsonIn(await readBody(request, limit))
