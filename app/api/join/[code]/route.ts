import { currentAccount, requireAccount } from '@/lib/server/auth/session'
import { addressOf } from '@/lib/server/auth/visitor'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { readDoor } from '@/lib/server/services/classes/class-door'
import { comeIn } from '@/lib/server/services/classes/come-in'

interface Context {
  readonly params: Promise<{ readonly code: string }>
}

/** What a code or an invitation leads to, for anybody who holds it, before they join. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await currentAccount(request.headers, now)
  const visitor = { account: account?.id ?? null, address: addressOf(request.headers) }
  return json(orRefuse(await readDoor(database(), visitor, (await params).code, requestedLanguage(request), now)))
})

/** Joins the class, by a code or by an invitation. */
export const POST = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const { code } = await params
  return json({ class: orRefuse(await comeIn(database(), account, code, now, addressOf(request.headers))) })
})
