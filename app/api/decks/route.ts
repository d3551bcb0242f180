import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { listDecks } from '@/lib/server/services/list-decks'

export const dynamic = 'force-dynamic'

/** Every published deck; the same for everybody. */
export const GET = handle(async () => json({ decks: await listDecks(database()) }))
