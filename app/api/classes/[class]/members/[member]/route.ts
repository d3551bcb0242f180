import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { changeRoles } from '@/lib/server/services/classes/change-member'
import { decodeRoles } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string; readonly member: string }>
}

/** Gives somebody in the class other roles on the staff: `{ "content", "studentData" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeRoles(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { class: classId, member } = await params
  return json({ ok: orRefuse(await changeRoles(database(), id, classId, member, read.value)) === null })
})
