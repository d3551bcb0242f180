import { integer, object } from '@/lib/core/decode'
import { decodeAnswersToSave } from '@/lib/exam/protocol/requests'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { passLockPoint } from '@/lib/server/services/exams/move-attempt'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostBytes = 2 * 1024 * 1024
const decode = object<{ readonly to: number }>({ to: integer(0, 100) })

/** Passes a lock-point for good, with the last answers before it: `{ "to": zone, "answers" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const body = await readJson(request, mostBytes)
  // The clock is read when all of it is here: a body can be sent slowly.
  const now = new Date()
  const [to, saved] = [decode(body), decodeAnswersToSave(body)]
  if (!to.ok) throw new Refusal(400, 'unreadable', to.error.message)
  if (!saved.ok) throw new Refusal(400, 'unreadable', saved.error.message)
  const { exam } = await params
  const place = await passLockPoint(database(), account.id, exam, to.value.to, saved.value.answers, now)
  return json({ place: orRefuse(place) })
})
