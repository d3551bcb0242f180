import 'server-only'
import type { Database } from '../../db/client'
import { standOf } from './sitting'
import type { ExamTerms } from './terms'

/** Whether an exam is closed and nobody works on it any more: extra time and minutes given by staff outlast its closing. */
export const isExamOver = async (db: Database, examId: string, terms: ExamTerms, now: Date): Promise<boolean> => {
  if (now.getTime() < terms.closesAt) return false
  const open = await db.examAttempt.findMany({
    where: { examId, handedInAt: null, result: { is: null } },
    select: { startedAt: true, allowance: true, breaks: true, extraMs: true, handedInAt: true },
  })
  return open.every((row) => standOf(row, terms, now).finished)
}
