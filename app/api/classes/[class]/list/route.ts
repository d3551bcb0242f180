import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { takeClassList } from '@/lib/server/services/classes/seats'
import { decodeClassList } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Takes a class list in: `{ "text", "trial" }`; a trial tells what would become of each row. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeClassList(await readJson(request, 1024 * 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { text, trial } = read.value
  return json(orRefuse(await takeClassList(database(), id, (await params).class, text, trial, now)))
})
