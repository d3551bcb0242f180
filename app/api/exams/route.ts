import { object, text } from '@/lib/core/decode'
import { decodeExamSetup, type ExamSetup } from '@/lib/exam/setup'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { listExams } from '@/lib/server/services/exams/list-exams'
import { createExam } from '@/lib/server/services/exams/write-exam'

const mostBytes = 256 * 1024
const decode = object<{ readonly classId: string; readonly setup: ExamSetup }>({
  classId: text(100, /^[^\0]*$/),
  setup: decodeExamSetup,
})

/** Exams of the classes of whoever asks: those to take, and for staff those to write and watch. */
export const GET = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ exams: await listExams(database(), account.id, now) })
})

/** Makes a draft: `{ "classId", "setup" }`. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { classId, setup } = read.value
  return json({ exam: orRefuse(await createExam(database(), account.id, classId, setup, now)) }, { status: 201 })
})
