import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { endSessions } from '@/lib/server/services/end-sessions'

/** Signs the person out on every device. */
export const DELETE = handle(async (request) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  await endSessions(database(), account.id, now)
  return json({ ok: true })
})
