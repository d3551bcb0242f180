import { integer, object } from '@/lib/core/decode'
import { decodeExamSetup, type ExamSetup } from '@/lib/exam/setup'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readExam } from '@/lib/server/services/exams/list-exams'
import { changeExam, deleteExam } from '@/lib/server/services/exams/write-exam'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostBytes = 256 * 1024
const decode = object<{ readonly base: number; readonly setup: ExamSetup }>({
  base: integer(1, Number.MAX_SAFE_INTEGER),
  setup: decodeExamSetup,
})

/** An exam as its staff reads it. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json(orRefuse(await readExam(database(), account.id, (await params).exam)))
})

/** Writes its setup: `{ "base": revision, "setup" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { base, setup } = read.value
  return json({ revision: orRefuse(await changeExam(database(), account.id, (await params).exam, base, setup, now)) })
})

/** Deletes it with everything that was answered in it. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const account = await requireAccount(request.headers, new Date())
  orRefuse(await deleteExam(database(), account.id, (await params).exam))
  return json({})
})
