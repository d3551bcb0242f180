import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { invite, withdrawInvitations } from '@/lib/server/services/classes/invite'
import { decodeInvitation } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Makes a link that lets one person in: `{ "content", "studentData", "student", "note" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeInvitation(await readJson(request, 4096))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { content, studentData, student } = read.value
  if (content === 'none' && studentData === 'none' && !student)
    throw new Refusal(400, 'unreadable', 'An invitation makes somebody a student or gives a role.')
  const token = orRefuse(await invite(database(), id, (await params).class, read.value, now))
  return json({ path: `/join/${token}` }, { status: 201 })
})

/** Withdraws every invitation that waits. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  return json({ withdrawn: orRefuse(await withdrawInvitations(database(), id, (await params).class, now)) })
})
