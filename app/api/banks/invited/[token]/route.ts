import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readBankDoor, takeBankInvitation } from '@/lib/server/services/banks/invite-to-bank'

interface Context {
  readonly params: Promise<{ readonly token: string }>
}

/** What an invitation is to. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json(orRefuse(await readBankDoor(database(), account, (await params).token, now)))
})

/** Takes an invitation. */
export const POST = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ bank: orRefuse(await takeBankInvitation(database(), account, (await params).token, now)) })
})
