import { flag, object } from '@/lib/core/decode'
import type { Correction } from '@/lib/exam/corrections/correction'
import { decodeCorrection } from '@/lib/exam/corrections/decode-correction'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { applyCorrection, previewCorrection } from '@/lib/server/services/exams/correct-marking'
import { listCorrectionsOf } from '@/lib/server/services/exams/exam-statistics'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostBytes = 64 * 1024
const decode = object<{ readonly correction: Correction; readonly apply: boolean }>({
  correction: decodeCorrection,
  apply: flag,
})

/** Changes of marking that stand. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ corrections: orRefuse(await listCorrectionsOf(database(), account.id, (await params).exam)) })
})

/** Who gains and who loses by a change; with `apply` it is made: `{ "correction", "apply" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { correction, apply } = read.value
  const work = apply ? applyCorrection : previewCorrection
  return json(orRefuse(await work(database(), account.id, (await params).exam, correction, now)))
})
