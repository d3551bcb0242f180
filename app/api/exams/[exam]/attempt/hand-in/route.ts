import { decodeAnswersToSave } from '@/lib/exam/protocol/requests'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { handIn } from '@/lib/server/services/exams/hand-in'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostBytes = 2 * 1024 * 1024

/** Hands in with the device's last answers: `{ "answers" }`. The same receipt however often it is asked for. */
export const POST = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const read = decodeAnswersToSave(await readJson(request, mostBytes))
  // The clock is read when all of it is here: a body can be sent slowly.
  const now = new Date()
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const receipt = await handIn(database(), account.id, (await params).exam, read.value.answers, now)
  return json({ receipt: orRefuse(receipt) })
})
