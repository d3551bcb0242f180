import { flag, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { settleRemark } from '@/lib/server/services/banks/bank-remarks'

interface Context {
  readonly params: Promise<{ readonly bank: string; readonly remark: string }>
}

const decode = object<{ readonly done: boolean }>({ done: flag })

/** Settles a remark, or lets it stand again: `{ "done" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { bank, remark } = await params
  orRefuse(await settleRemark(database(), account, bank, remark, read.value.done, now))
  return json({ done: read.value.done })
})
