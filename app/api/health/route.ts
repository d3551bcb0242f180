import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'

export const dynamic = 'force-dynamic'

/** Says that the server runs and its database answers. */
export const GET = handle(async () => {
  await database().store.count()
  return json({ ok: true })
})
