import { asId, type DeckId } from '@/lib/core/id'
import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { readSection } from '@/lib/server/services/read-section'

interface Context {
  readonly params: Promise<{ readonly deck: string; readonly section: string }>
}

/** One section of the notes. */
export const GET = handle<Context>(async (request, { params }) => {
  const { deck, section } = await params
  const reader = await currentReader(request.headers, new Date())
  const found = await readSection(database(), reader, asId<DeckId>(deck), section, requestedLanguage(request))
  if (!found) throw refusal('not-found')
  return json(found)
})
