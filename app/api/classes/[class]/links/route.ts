import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { renewSeatLinks } from '@/lib/server/services/classes/seats'
import { decodeStudents } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Makes new links for students who came from a class list: `{ "students" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeStudents(await readJson(request, 64 * 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const links = await renewSeatLinks(database(), id, (await params).class, read.value.students, now)
  return json({ links: orRefuse(links) })
})
