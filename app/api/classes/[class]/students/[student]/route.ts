import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { blockStudent, changeListing } from '@/lib/server/services/classes/change-member'
import { decodeBlocked, decodeListing } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string; readonly student: string }>
}

/** Changes a student's line on the class list: `{ "listedName", "number", "label" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const { id } = await requireAccount(request.headers, new Date())
  const read = decodeListing(await readJson(request, 4096))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { class: classId, student } = await params
  return json({ ok: orRefuse(await changeListing(database(), id, classId, student, read.value)) === null })
})

/** Puts a student out for good, or lets them come back: `{ "blocked" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const { id } = await requireAccount(request.headers, new Date())
  const read = decodeBlocked(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { class: classId, student } = await params
  return json({ ok: orRefuse(await blockStudent(database(), id, classId, student, read.value.blocked)) === null })
})
