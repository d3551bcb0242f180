import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { drawPaper } from '@/lib/exam/paper/draw-paper'
import { accommodationsOf, timesOf } from '@/lib/exam/setup-times'
import { allowanceOf, startState } from '@/lib/exam/times'
import type { Database } from '../../db/client'
import { isTaken, withRetry } from '../../db/retry'
import { withinLimit } from '../limit'
import { examOfStudent, type FoundExam } from './find-exam'
import { printOf } from './print'
import type { AttemptRow } from './sitting'
import { type ExamTerms, newAttemptId, readTerms } from './terms'

const perHour = 30
const hourMs = 3_600_000

export interface OwnAttempt extends FoundExam {
  readonly terms: ExamTerms
  readonly attempt: AttemptRow
}

/** Labels of a student in the class. */
export const labelsOf = async (db: Database, classId: string, userId: UserId): Promise<readonly string[]> => {
  const member = await db.classMember.findUnique({
    where: { classId_userId: { classId, userId } },
    select: { label: true },
  })
  return member === null || member.label === '' ? [] : [member.label]
}

const normal = (code: string): string => code.trim().toLowerCase().replaceAll(/\s+/g, ' ')

/** Wrong codes are counted; a right one costs nothing, so that a whole room can begin at once. */
const codeRefused = async (db: Database, userId: UserId, wanted: string | null, given: string, now: Date) => {
  if (wanted === null || normal(wanted) === normal(given)) return null
  const within = await withinLimit(db, { key: `room-code:${userId}`, most: perHour, windowMs: hourMs }, now)
  return within ? 'exam-room-code' : 'too-many'
}

/**
 * Begins the one attempt a student has: the paper is drawn from the exam's secret and the attempt's own name, and the clock
 * runs. Beginning again, from here or from another device, comes back to the same attempt.
 */
export const startAttempt = async (
  db: Database,
  userId: UserId,
  examId: string,
  roomCode: string,
  now: Date,
  id = newAttemptId(),
): Promise<Result<OwnAttempt, 'not-found' | 'exam-early' | 'exam-over' | 'exam-room-code' | 'too-many'>> => {
  const found = await examOfStudent(db, userId, examId)
  if (!found.ok) return found
  const { exam } = found.value
  const terms = readTerms(exam.terms)
  const where = { examId_userId: { examId, userId } }
  const existing = await db.examAttempt.findUnique({ where })
  if (existing !== null) return ok({ ...found.value, terms, attempt: existing })
  const state = startState(timesOf(terms), now.getTime())
  if (state !== 'open') return refuse(state === 'early' ? 'exam-early' : 'exam-over')
  const refused = await codeRefused(db, userId, terms.roomCode, roomCode, now)
  if (refused !== null) return refuse(refused)
  const [print, labels] = await Promise.all([printOf(db, exam), labelsOf(db, exam.classId, userId)])
  const data = {
    id,
    examId,
    userId,
    startedAt: now,
    paper: JSON.stringify(drawPaper(print.zones, `${exam.secret}/${id}`)),
    allowance: JSON.stringify(allowanceOf(labels, accommodationsOf(terms))),
  }
  try {
    const attempt = await withRetry(() => db.examAttempt.create({ data }))
    // Taken back meanwhile, perhaps published anew: this paper's questions are gone.
    const { publishedAt } = exam
    const stands = await db.exam.count({ where: { id: examId, state: 'published', publishedAt } })
    if (stands > 0) return ok({ ...found.value, terms, attempt })
    await withRetry(() => db.examAttempt.deleteMany({ where: { id } }))
    return refuse('not-found')
  } catch (error) {
    // Two taps at once are one attempt.
    if (!isTaken(error)) throw error
    return ok({ ...found.value, terms, attempt: await db.examAttempt.findUniqueOrThrow({ where }) })
  }
}

/** A student's own attempt, begun before. */
export const ownAttempt = async (
  db: Database,
  userId: UserId,
  examId: string,
): Promise<Result<OwnAttempt, 'not-found'>> => {
  const found = await examOfStudent(db, userId, examId)
  if (!found.ok) return found
  const attempt = await db.examAttempt.findUnique({ where: { examId_userId: { examId, userId } } })
  return attempt === null
    ? refuse('not-found')
    : ok({ ...found.value, terms: readTerms(found.value.exam.terms), attempt })
}
