import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { makeRemark } from '@/lib/server/services/banks/bank-remarks'
import { decodeRemarkRequest } from '@/lib/sync/bank-desk'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

/** Says something about a card of a draft: `{ "card", "text" }`; an empty card means the draft as a whole. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeRemarkRequest(await readJson(request, 16 * 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const id = orRefuse(await makeRemark(database(), account, (await params).bank, read.value, now))
  return json({ remark: id }, { status: 201 })
})
