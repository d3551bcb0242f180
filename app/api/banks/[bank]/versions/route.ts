import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { listBankVersions } from '@/lib/server/services/banks/bank-versions'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

/** Every publication of one of one's own banks, the latest first. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ versions: orRefuse(await listBankVersions(database(), account, (await params).bank)) })
})
