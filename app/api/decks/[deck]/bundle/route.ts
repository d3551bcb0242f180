import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { readBundle } from '@/lib/server/services/read-bundle'

interface Context {
  readonly params: Promise<{ readonly deck: string }>
}

/** A deck in one language. A named version never changes and may be kept for ever, where everybody may read the deck. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck } = await params
  const reader = await currentReader(request.headers, new Date())
  const version = new URL(request.url).searchParams.get('version')
  const bundle = await readBundle(database(), reader, asId<DeckId>(deck), requestedLanguage(request), version)
  if (!bundle) throw refusal('not-found')
  return new Response(bundle.text, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': version === null || !bundle.open ? 'private, no-cache' : 'public, max-age=31536000, immutable',
    },
  })
})
