import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { assignableDecks } from '@/lib/server/services/classes/assignable-decks'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Decks that could be assigned. */
export const GET = handle<Context>(async (request, { params }) => {
  const { id } = await requireAccount(request.headers, new Date())
  const decks = await assignableDecks(database(), id, (await params).class, requestedLanguage(request))
  return json({ decks: orRefuse(decks) })
})
