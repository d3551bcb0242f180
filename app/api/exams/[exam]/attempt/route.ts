import { object, text } from '@/lib/core/decode'
import { decodeAnswersToSave, decodeDevice, decodeFlags } from '@/lib/exam/protocol/requests'
import { requireAccount } from '@/lib/server/auth/session'
import { addressOf } from '@/lib/server/auth/visitor'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { readSheet, sheetText } from '@/lib/server/services/exams/read-sheet'
import { saveAnswers } from '@/lib/server/services/exams/save-answers'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostBytes = 2 * 1024 * 1024
const decodeStart = object<{ readonly roomCode: string }>({ roomCode: text(200) })

const sheet = (body: string): Response =>
  new Response(body, { headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' } })

/** One's own attempt as it stands. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return sheet(orRefuse(await readSheet(database(), account.id, (await params).exam, requestedLanguage(request), now)))
})

/** Begins it, or comes back to it, or asks to be let in: `{ "roomCode", "device" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const body = await readJson(request, 1024)
  const [read, place] = [decodeStart(body), decodeDevice(body)]
  // The clock is read when all of it is here: a body can be sent slowly.
  const now = new Date()
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  if (!place.ok) throw new Refusal(400, 'unreadable', place.error.message)
  const { exam } = await params
  const from = { address: addressOf(request.headers), device: place.value.device }
  const own = orRefuse(await startAttempt(database(), account.id, exam, read.value.roomCode, now, from))
  return sheet(await sheetText(database(), own, requestedLanguage(request), now))
})

/** Saves answers and flags, and acknowledges them: `{ "answers": [{ slot, rev, device, answer, spentMs }], "flags" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const body = await readJson(request, mostBytes)
  const [read, flagged] = [decodeAnswersToSave(body), decodeFlags(body)]
  // The clock is read when all of it is here: a body can be sent slowly.
  const now = new Date()
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  if (!flagged.ok) throw new Refusal(400, 'unreadable', flagged.error.message)
  const { exam } = await params
  const { flags } = flagged.value
  return json(orRefuse(await saveAnswers(database(), account.id, exam, read.value.answers, now, flags)))
})
