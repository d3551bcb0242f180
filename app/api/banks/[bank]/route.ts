import { integer, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { deleteBank } from '@/lib/server/services/banks/delete-bank'
import { changeAbout } from '@/lib/server/services/banks/draft'
import { readBank } from '@/lib/server/services/banks/read-bank'
import { type BankAbout, decodeBankAbout } from '@/lib/sync/bank'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

const mostBytes = 16 * 1024
const decode = object<{ readonly base: number; readonly about: BankAbout }>({
  base: integer(1, Number.MAX_SAFE_INTEGER),
  about: decodeBankAbout,
})

/** One of one's own banks, with its draft. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json(orRefuse(await readBank(database(), account, (await params).bank)))
})

/** Says something else of a bank: `{ "base": revision, "about": { ... } }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const bank = { id: (await params).bank, base: read.value.base }
  return json({ revision: orRefuse(await changeAbout(database(), account, bank, read.value.about, now)) })
})

/** Removes a bank and everything published from it. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  return json({ bank: orRefuse(await deleteBank(database(), account, (await params).bank)) })
})
