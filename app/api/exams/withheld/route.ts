import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { withheldFrom } from '@/lib/server/services/exams/withheld'

/** Concepts whose computed keys whoever asks is not told while an exam of theirs is open. */
export const GET = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json(await withheldFrom(database(), account.id, now))
})
