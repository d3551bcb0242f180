import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { nextPlace } from '@/lib/exam/lock-points'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { breakUsed } from '@/lib/exam/times'
import { type Database, inTransaction } from '../../db/client'
import { lockAttempt } from './lock-attempt'
import { printOf } from './print'
import { writeAnswers } from './save-answers'
import { readBreaks, readSitting, standOf } from './sitting'
import { ownAttempt } from './start-attempt'
import { withinMoves } from './traffic'

/**
 * Passes a lock-point, with the last answers of what lies before it. Passing one that is passed already changes nothing, so
 * that a request whose answer was lost can be sent again.
 */
export const passLockPoint = async (
  db: Database,
  userId: UserId,
  examId: string,
  to: number,
  answers: readonly AnswerToSave[],
  now: Date,
): Promise<Result<number, 'not-found' | 'exam-handed-in' | 'exam-on-break' | 'too-many'>> => {
  const own = await ownAttempt(db, userId, examId)
  if (!own.ok) return own
  const { exam, terms } = own.value
  if (!(await withinMoves(db, own.value.attempt.id, now))) return refuse('too-many')
  const { locks } = await printOf(db, exam)
  return inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, own.value.attempt)
    if (to <= attempt.place) return ok(attempt.place)
    const stand = standOf(attempt, terms, now)
    if (stand.finished) return refuse('exam-handed-in')
    if (stand.onBreak) return refuse('exam-on-break')
    if (to !== nextPlace(locks, attempt.place)) return refuse('not-found')
    await writeAnswers(tx, attempt, locks, answers, false, now)
    await tx.examAttempt.update({ where: { id: attempt.id }, data: { place: to } })
    return ok(to)
  })
}

/**
 * Stops the clock for a break and closes the paper, or lets both go on. What is not allowed, or used up, cannot be begun; a
 * break that has used up the allowance is over by itself.
 */
export const takeBreak = async (
  db: Database,
  userId: UserId,
  examId: string,
  on: boolean,
  now: Date,
): Promise<Result<null, 'not-found' | 'exam-break' | 'exam-handed-in' | 'too-many'>> => {
  const own = await ownAttempt(db, userId, examId)
  if (!own.ok) return own
  if (!(await withinMoves(db, own.value.attempt.id, now))) return refuse('too-many')
  return inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, own.value.attempt)
    const breaks = readBreaks(attempt)
    const { allowance } = readSitting(attempt)
    const { finished, onBreak } = standOf(attempt, own.value.terms, now)
    if (on === onBreak) return ok(null)
    if (finished) return refuse('exam-handed-in')
    if (on && breakUsed(breaks, allowance, now.getTime()) >= allowance.breakMs) return refuse('exam-break')
    const next = on
      ? [...breaks, { startedAt: now.getTime(), endedAt: null }]
      : breaks.map((one) => ({ ...one, endedAt: one.endedAt ?? now.getTime() }))
    await tx.examAttempt.update({ where: { id: attempt.id }, data: { breaks: JSON.stringify(next) } })
    return ok(null)
  })
}
