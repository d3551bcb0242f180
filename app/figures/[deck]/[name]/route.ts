import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { readFigure } from '@/lib/server/services/figures'

interface Context {
  readonly params: Promise<{ readonly deck: string; readonly name: string }>
}

const types: ReadonlyMap<string, string> = new Map([
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
])

/** A figure of a deck. Named by its content, it may be kept for ever; opened by itself, an SVG may run nothing. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck, name } = await params
  const reader = await currentReader(request.headers, new Date())
  const type = types.get(name.slice(name.lastIndexOf('.') + 1))
  const data = type === undefined ? null : await readFigure(database(), reader, asId<DeckId>(deck), name)
  if (type === undefined || data === null) throw refusal('not-found')
  return new Response(data, {
    headers: {
      'content-type': type,
      'cache-control': 'private, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
})
