import { currentAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { withheldFrom } from '@/lib/server/services/exams/withheld'

/**
 * Concepts whose computed keys whoever asks is not told while an exam of theirs is open. Nobody is told nothing, rather than
 * that there are none: a device whose owner has signed out keeps to what it heard.
 */
export const GET = handle(async (request: Request) => {
  const now = new Date()
  const account = await currentAccount(request.headers, now)
  if (account === null) return new Response(null, { status: 204 })
  return json(await withheldFrom(database(), account.id, now))
})
