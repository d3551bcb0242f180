import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { requestedLanguage } from '@/lib/server/requested-language'
import { listConcepts } from '@/lib/server/services/list-concepts'

interface Context {
  readonly params: Promise<{ readonly deck: string }>
}

/** What a deck teaches, prerequisites first. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck } = await params
  const reader = await currentReader(request.headers, new Date())
  return json({ concepts: await listConcepts(database(), reader, asId<DeckId>(deck), requestedLanguage(request)) })
})
