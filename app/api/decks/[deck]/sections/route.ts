import { asId, type DeckId } from '@/lib/core/id'
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
  return json({ sections: await listSections(database(), asId<DeckId>(deck), requestedLanguage(request)) })
})
