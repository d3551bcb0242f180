import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database, Transaction } from '../../db/client'
import { type TakenExam, takenExam } from '../../db/taken-exam'
import { type ClassAccess, type Least, staffAccess } from '../classes/access'

type ExamRow = NonNullable<Awaited<ReturnType<Transaction['exam']['findFirst']>>>

export interface FoundExam {
  readonly exam: ExamRow
  readonly access: ClassAccess
}

/** An exam for somebody on the staff of its class whose role reaches; anybody else hears what the class itself would say. */
export const examOfStaff = async (
  db: Database | Transaction,
  userId: UserId,
  examId: string,
  least: Least,
): Promise<Result<FoundExam, 'not-found' | 'class-role'>> => {
  const exam = await db.exam.findUnique({ where: { id: examId } })
  if (exam === null) return refuse('not-found')
  const access = await staffAccess(db, userId, exam.classId, least)
  return access.ok ? ok({ exam, access: access.value }) : access
}

/** A published exam for a student of its class. A draft is not there for them, nor is an exam of another class. */
export const examOfStudent = async (
  db: Database | Transaction,
  userId: UserId,
  examId: string,
): Promise<Result<TakenExam, 'not-found'>> => {
  const found = await takenExam(db, userId, examId)
  return found === null ? refuse('not-found') : ok(found)
}
