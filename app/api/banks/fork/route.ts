import { object, text } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { forkBank } from '@/lib/server/services/banks/fork-bank'

const decode = object<{ readonly deck: string }>({ deck: text(100) })

/** Makes a bank of one's own out of a published one: `{ "deck": id }`. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return json(orRefuse(await forkBank(database(), account, read.value.deck, now)), { status: 201 })
})
