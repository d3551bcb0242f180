import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readDesk } from '@/lib/server/services/banks/bank-desk'
import { moveBank } from '@/lib/server/services/banks/move-bank'
import { decodeDeedRequest } from '@/lib/sync/bank-desk'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

/** What whoever asks may do with a bank, what happened to it, and what is said about its draft. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json(orRefuse(await readDesk(database(), account, (await params).bank)))
})

/** Moves a bank on: `{ "deed", "base": revision, "reason" }`. What stands against a review comes back as diagnostics. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeDeedRequest(await readJson(request, 16 * 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { deed, base, reason } = read.value
  const bank = { id: (await params).bank, base }
  return json(orRefuse(await moveBank(database(), account, bank, deed, reason, now)))
})
