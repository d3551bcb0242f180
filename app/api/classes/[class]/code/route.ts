import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { rotateCode } from '@/lib/server/services/classes/join-code'
import { decodeCodeDays } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Gives the class another code: `{ "days" }`; no days closes joining by code. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodeCodeDays(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return json({ code: orRefuse(await rotateCode(database(), id, (await params).class, read.value.days, now)) })
})
