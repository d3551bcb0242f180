import { integer, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { publishBank } from '@/lib/server/services/banks/publish-bank'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

const decode = object<{ readonly base: number }>({ base: integer(1, Number.MAX_SAFE_INTEGER) })

/** Publishes a draft as it was read: `{ "base": revision }`. What stands against it comes back as diagnostics. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const bank = { id: (await params).bank, base: read.value.base }
  return json(orRefuse(await publishBank(database(), account, bank, [], now)))
})
