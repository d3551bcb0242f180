import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { openBankLink } from '@/lib/server/services/banks/share-bank'

interface Context {
  readonly params: Promise<{ readonly token: string }>
}

/** Lets whoever has a bank's link in. */
export const POST = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ deck: orRefuse(await openBankLink(database(), account, (await params).token, now)) })
})
