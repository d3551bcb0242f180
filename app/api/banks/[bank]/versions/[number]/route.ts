import { integer, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse, refusal } from '@/lib/server/refusals'
import { readBankVersion, restoreBankVersion } from '@/lib/server/services/banks/bank-versions'

interface Context {
  readonly params: Promise<{ readonly bank: string; readonly number: string }>
}

const decode = object<{ readonly base: number }>({ base: integer(1, Number.MAX_SAFE_INTEGER) })

const numberOf = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw refusal('not-found')
  return Number(text)
}

/** A publication with its sources. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const { bank, number } = await params
  return json(orRefuse(await readBankVersion(database(), account, bank, numberOf(number))))
})

/** Puts a publication back into the draft: `{ "base": revision }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { bank, number } = await params
  const at = { id: bank, base: read.value.base }
  return json({ revision: orRefuse(await restoreBankVersion(database(), account, at, numberOf(number), now)) })
})
