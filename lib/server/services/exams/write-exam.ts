import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ExamSetup } from '@/lib/exam/setup'
import { type Database, inTransaction } from '../../db/client'
import { staffAccess } from '../classes/access'
import { withinLimit } from '../limit'
import { examOfStaff } from './find-exam'
import { forgetUnfinished } from './mark-attempts'
import { newExamId, newSecret, readSetup, toColumns } from './terms'

const perHour = 60
const hourMs = 3_600_000

/** Makes a draft of an exam in a class whose content one edits. */
export const createExam = async (
  db: Database,
  userId: UserId,
  classId: string,
  setup: ExamSetup,
  now: Date,
): Promise<Result<string, 'not-found' | 'class-role' | 'class-closed' | 'too-many'>> => {
  const access = await staffAccess(db, userId, classId, { content: 'editor' })
  if (!access.ok) return access
  if (access.value.closed) return refuse('class-closed')
  if (!(await withinLimit(db, { key: `exam:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const id = newExamId()
  await db.exam.create({ data: { id, classId, ...toColumns(setup), secret: newSecret(), createdAt: now } })
  return ok(id)
}

/** What of a published exam stays as it was frozen. */
const frozenPart = ({ zones, forms, credit }: ExamSetup): string => JSON.stringify([zones, forms, credit])

/**
 * Writes the setup of an exam; the new revision. Whoever writes names the revision they have read. Of a published exam only
 * its terms can change: times, code, feedback and accommodations, which hold for attempts that begin later; its end holds for
 * all, and whoever it had ended before is marked anew once they have finished.
 */
export const changeExam = (
  db: Database,
  userId: UserId,
  examId: string,
  base: number,
  setup: ExamSetup,
  now: Date,
): Promise<Result<number, 'not-found' | 'class-role' | 'stale' | 'exam-published'>> =>
  inTransaction(db, async (tx) => {
    const found = await examOfStaff(tx, userId, examId, { content: 'editor' })
    if (!found.ok) return found
    const { exam } = found.value
    if (exam.state === 'published' && frozenPart(readSetup(exam)) !== frozenPart(setup)) return refuse('exam-published')
    const { count } = await tx.exam.updateMany({
      where: { id: examId, revision: base },
      data: { ...toColumns(setup), revision: { increment: 1 } },
    })
    if (count === 0) return refuse('stale')
    if (exam.state === 'published') await forgetUnfinished(tx, examId, setup, now)
    return ok(base + 1)
  })

/** Deletes an exam with everything that was answered in it. Owners of the class alone may once somebody has begun. */
export const deleteExam = (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<null, 'not-found' | 'class-role'>> =>
  inTransaction(db, async (tx) => {
    const found = await examOfStaff(tx, userId, examId, { content: 'editor' })
    if (!found.ok) return found
    const begun = await tx.examAttempt.count({ where: { examId } })
    if (begun > 0 && found.value.access.content !== 'owner') return refuse('class-role')
    await tx.exam.delete({ where: { id: examId } })
    return ok(null)
  })
