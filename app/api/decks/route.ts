import { currentReader } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { listDecks } from '@/lib/server/services/list-decks'

export const dynamic = 'force-dynamic'

/** Every deck the one who asks may read. `whole` says that they are known here, so that what is missing is no longer theirs. */
export const GET = handle(async (request: Request) => {
  const reader = await currentReader(request.headers, new Date())
  return json({ decks: await listDecks(database(), reader), whole: reader !== null })
})
