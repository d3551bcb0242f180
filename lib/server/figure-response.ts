import 'server-only'
import { refusal } from './refusals'

const types: ReadonlyMap<string, string> = new Map([
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
])

/** What a figure of this name is sent as; null for a name no figure has. */
export const figureType = (name: string): string | null =>
  types.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? null

/** A figure as a response. Opened by itself, an SVG may run nothing. @throws a refusal where there is none. */
export const figureResponse = (name: string, data: Uint8Array<ArrayBuffer> | null, cache: string): Response => {
  const type = figureType(name)
  if (type === null || data === null) throw refusal('not-found')
  return new Response(data, {
    headers: {
      'content-type': type,
      'cache-control': cache,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
}
