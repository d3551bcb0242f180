import { integer, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { publishExam, withdrawExam } from '@/lib/server/services/exams/publish-exam'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const decode = object<{ readonly base: number }>({ base: integer(1, Number.MAX_SAFE_INTEGER) })

/** Freezes the questions and shows the exam to students: `{ "base": revision }`. What stands against it comes back. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return json(orRefuse(await publishExam(database(), account.id, (await params).exam, read.value.base, now)))
})

/** Takes it back into a draft, as long as nobody has begun. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  return json({ revision: orRefuse(await withdrawExam(database(), account.id, (await params).exam)) })
})
