import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { changeBankRole, removeFromBank } from '@/lib/server/services/banks/bank-people'
import { decodeBankRole } from '@/lib/sync/bank-desk'

interface Context {
  readonly params: Promise<{ readonly bank: string; readonly person: string }>
}

/** Gives somebody in a bank another role: `{ "role" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const read = decodeBankRole(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { bank, person } = await params
  orRefuse(await changeBankRole(database(), account, bank, person, read.value.role))
  return json({ role: read.value.role })
})

/** Lets somebody go from a bank, or leaves it. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  const { bank, person } = await params
  orRefuse(await removeFromBank(database(), account, bank, person))
  return json({ removed: person })
})
