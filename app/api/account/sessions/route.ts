import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { endSessions } from '@/lib/server/services/end-sessions'

/** Signs the person out on every device. */
export const DELETE = handle(async (request) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  await endSessions(database(), account.id)
  return json({ ok: true })
})
