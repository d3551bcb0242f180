import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { requestedLanguage } from '@/lib/server/requested-language'
import { listSections } from '@/lib/server/services/read-section'

interface Context {
  readonly params: Promise<{ readonly deck: string }>
}

/** The contents of a deck's notes. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck } = await params
  const reader = await currentReader(request.headers, new Date())
  return json({ sections: await listSections(database(), reader, asId<DeckId>(deck), requestedLanguage(request)) })
})
