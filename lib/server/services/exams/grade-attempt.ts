import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../../db/client'
import { examOfStaff } from './find-exam'
import { lockAttempt } from './lock-attempt'
import { forgetMarks, lockMarking } from './mark-attempts'
import { standOf } from './sitting'

type GradeRefusal = 'not-found' | 'class-role'

/** Counts what came too late in one attempt, or leaves it out again. */
export const acceptLate = async (
  db: Database,
  userId: UserId,
  examId: string,
  attemptId: string,
  accepted: boolean,
): Promise<Result<null, GradeRefusal>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  return inTransaction(db, async (tx) => {
    await lockMarking(tx, examId)
    const { count } = await tx.examAttempt.updateMany({
      where: { id: attemptId, examId },
      data: { lateAccepted: accepted },
    })
    if (count === 0) return refuse('not-found')
    await forgetMarks(tx, attemptId)
    return ok(null)
  })
}

const minuteMs = 60_000

/**
 * Opens an attempt again for so many minutes from now, e.g. after a crash: its deadline moves, and handing in starts over.
 * What was answered stays; what was late stays late.
 */
export const reopenAttempt = async (
  db: Database,
  userId: UserId,
  examId: string,
  attemptId: string,
  minutes: number,
  now: Date,
): Promise<Result<null, GradeRefusal>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  return inTransaction(db, async (tx) => {
    const terms = await lockMarking(tx, examId)
    const known = await tx.examAttempt.findFirst({ where: { id: attemptId, examId }, select: { id: true } })
    if (known === null) return refuse('not-found')
    const attempt = await lockAttempt(tx, known)
    const { deadline } = standOf(attempt, terms, now)
    const extraMs = attempt.extraMs + Math.max(0, now.getTime() + minutes * minuteMs - deadline)
    await tx.examAttempt.update({ where: { id: attemptId }, data: { extraMs, handedInAt: null, receipt: null } })
    await forgetMarks(tx, attemptId)
    return ok(null)
  })
}
