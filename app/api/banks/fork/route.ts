import { object, oneOf, text } from '@/lib/core/decode'
import { type Language, languages } from '@/lib/core/language'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { forkBank } from '@/lib/server/services/banks/fork-bank'

const decode = object<{ readonly deck: string; readonly language: Language }>({
  deck: text(100, /^[^\0]*$/),
  language: oneOf(languages),
})

/** Makes a bank of one's own out of a published deck: `{ "deck": id, "language" }`. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return json(orRefuse(await forkBank(database(), account, read.value.deck, read.value.language, now)), { status: 201 })
})
