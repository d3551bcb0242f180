import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { leaveClass } from '@/lib/server/services/classes/join-class'
import { myStanding } from '@/lib/server/services/classes/my-standing'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** How far one is oneself with the decks of the class. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const decks = await myStanding(database(), id, (await params).class, requestedLanguage(request), now)
  return json({ decks: orRefuse(decks) })
})

/** Leaves the class as a student. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const { id } = await requireAccount(request.headers, new Date())
  return json({ ok: orRefuse(await leaveClass(database(), id, (await params).class)) === null })
})
