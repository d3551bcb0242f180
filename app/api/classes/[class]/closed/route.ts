import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { closeClass } from '@/lib/server/services/classes/create-class'
import { decodeClosed } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Closes a class or opens it again: `{ "closed" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeClosed(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { closed } = read.value
  return json({ ok: orRefuse(await closeClass(database(), id, (await params).class, closed, now)) === null })
})
