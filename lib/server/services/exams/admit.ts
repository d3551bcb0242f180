import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { mayBegin, type Sitter } from '@/lib/exam/admission'
import type { Database } from '../../db/client'
import { withRetry } from '../../db/retry'
import { examOfStaff } from './find-exam'
import type { ExamTerms } from './terms'

/** Where somebody stands who wants to begin: nothing needed, or the staff still to be asked, or asked and not answered yet. */
export const admissionOf = async (
  db: Database,
  examId: string,
  userId: UserId,
  terms: ExamTerms,
  sitter: Sitter,
): Promise<'none' | 'ask' | 'waiting'> => {
  if (mayBegin(terms.admission, sitter, terms)) return 'none'
  const row = await db.examAdmission.findUnique({ where: { examId_userId: { examId, userId } } })
  return row === null ? 'ask' : row.admittedAt === null ? 'waiting' : 'none'
}

/** Asks the staff to be let in. Asking again, from another device too, is the same request. */
export const askIn = async (db: Database, examId: string, userId: UserId, device: string, now: Date): Promise<void> => {
  await withRetry(() =>
    db.examAdmission.upsert({
      where: { examId_userId: { examId, userId } },
      create: { examId, userId, device, askedAt: now },
      update: {},
    }),
  )
}

/** Lets a student in who has asked. */
export const admit = async (
  db: Database,
  userId: UserId,
  examId: string,
  studentId: string,
  now: Date,
): Promise<Result<null, 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  const { count } = await withRetry(() =>
    db.examAdmission.updateMany({ where: { examId, userId: studentId }, data: { admittedAt: now } }),
  )
  return count === 1 ? ok(null) : refuse('not-found')
}
