import 'server-only'
import type { Database } from '../../db/client'
import { answerRowsOf, answersToMark } from './answer-rows'
import { readMarker, standingCorrections } from './marker'
import { type AttemptRow, readPaper } from './sitting'
import type { ExamTerms } from './terms'

/** Points of what is saved so far, of all the paper's. */
export const livePoints = async (
  db: Database,
  exam: { readonly id: string },
  terms: ExamTerms,
  attempt: AttemptRow,
): Promise<{ readonly points: number; readonly of: number }> => {
  const mark = await readMarker(db, exam.id, terms, await standingCorrections(db, exam.id))
  const answers = answersToMark(await answerRowsOf(db, attempt.id), attempt.lateAccepted)
  const earned = readPaper(attempt).map(({ slot, item, form }) => mark(item, form, answers.get(slot)?.answer ?? null))
  return {
    points: earned.reduce((sum, { points }) => sum + points, 0),
    of: earned.reduce((sum, one) => sum + one.of, 0),
  }
}
