import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readOrigin, takeOrigin } from '@/lib/server/services/banks/take-origin'
import { decodeTakeOrigin } from '@/lib/sync/bank-origin'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

/** What changed in the deck a bank is a copy of; null where nothing did. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ origin: orRefuse(await readOrigin(database(), account, (await params).bank)) })
})

/** Takes those changes into the draft: `{ "base": revision, "version" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeTakeOrigin(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const bank = { id: (await params).bank, base: read.value.base }
  return json({ revision: orRefuse(await takeOrigin(database(), account, bank, read.value.version, now)) })
})
