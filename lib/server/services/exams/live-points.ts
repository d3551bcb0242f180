import 'server-only'
import { firstOpen, type Locks } from '@/lib/exam/lock-points'
import type { Database } from '../../db/client'
import { answerRowsOf, answersToMark } from './answer-rows'
import { readMarker, standingCorrections } from './marker'
import { type AttemptRow, readPaper } from './sitting'
import type { ExamTerms } from './terms'

/**
 * Points of what the student can no longer change, of all that it could bring: of the parts behind a lock-point they have
 * passed. A score of open questions would tell of each answer whether it is right, to be changed until it is. Null while
 * there is no such part.
 */
export const livePoints = async (
  db: Database,
  exam: { readonly id: string },
  terms: ExamTerms,
  attempt: AttemptRow,
  locks: Locks,
): Promise<{ readonly points: number; readonly of: number } | null> => {
  const behind = readPaper(attempt).filter(({ zone }) => zone < firstOpen(locks, attempt.place))
  if (behind.length === 0) return null

  const mark = await readMarker(db, exam.id, terms, await standingCorrections(db, exam.id))
  const answers = answersToMark(await answerRowsOf(db, attempt.id), attempt.lateAccepted)
  const earned = behind.map(({ slot, item, form }) => mark(item, form, answers.get(slot)?.answer ?? null))
  return {
    points: earned.reduce((sum, { points }) => sum + points, 0),
    of: earned.reduce((sum, one) => sum + one.of, 0),
  }
}
