import { flag, object, oneOf } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { shareBank } from '@/lib/server/services/banks/share-bank'
import { bankAudiences } from '@/lib/sync/bank'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

const decode = object<{
  readonly audience: (typeof bankAudiences)[number]
  readonly newLink: boolean
}>({ audience: oneOf(bankAudiences), newLink: flag })

/** Says who may read what is published: `{ "audience", "newLink" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const id = (await params).bank
  const { audience, newLink } = read.value
  return json(orRefuse(await shareBank(database(), account, id, audience, newLink)))
})
