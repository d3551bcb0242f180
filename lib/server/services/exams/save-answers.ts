import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Flag, withFlags } from '@/lib/exam/flags'
import { type Locks, openSlots } from '@/lib/exam/lock-points'
import type { SaveAnswer } from '@/lib/exam/protocol/attempt'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { isNewer } from '@/lib/exam/saved-answers'
import { lateSeconds } from '@/lib/exam/times'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { withRetry } from '../../db/retry'
import { writeRows } from '../../db/rows'
import { livePoints } from './live-points'
import { lockAttempt } from './lock-attempt'
import { printOf } from './print'
import { type AttemptRow, readFlagged, readPaper, standOf } from './sitting'
import { type OwnAttempt, ownAttempt } from './start-attempt'
import { withinTraffic } from './traffic'

const key = ['attemptId', 'slot', 'late']

/** Slots whose newest known answer is not newer than what counts already: nothing to keep. */
const news = async (
  tx: Database | Transaction,
  attemptId: string,
  answers: readonly AnswerToSave[],
): Promise<readonly AnswerToSave[]> => {
  const rows = await tx.examAnswer.findMany({
    where: { attemptId, late: false },
    select: { slot: true, rev: true, device: true },
  })
  const counted = new Map(rows.map((row) => [row.slot, row]))
  return answers.filter((answer) => isNewer(answer, counted.get(answer.slot)))
}

/** Of several offers for one slot in one packet, the newest. */
const newestEach = (answers: readonly AnswerToSave[]): readonly AnswerToSave[] => {
  const newest = new Map<number, AnswerToSave>()
  for (const answer of answers) if (isNewer(answer, newest.get(answer.slot))) newest.set(answer.slot, answer)
  return [...newest.values()]
}

/**
 * Writes offered answers beside what is there: the newer of two stays, whatever the order they arrive in, in one statement
 * that needs no lock. Answers to questions that are not this paper's, or lie behind a passed lock-point, are left out.
 */
export const writeAnswers = async (
  tx: Database | Transaction,
  attempt: AttemptRow,
  locks: Locks,
  answers: readonly AnswerToSave[],
  late: boolean,
  now: Date,
): Promise<readonly AnswerToSave[]> => {
  const slots = new Map(openSlots(readPaper(attempt), locks, attempt.place).map((slot) => [slot.slot, slot]))
  const open = newestEach(answers).filter(({ slot }) => slots.has(slot))
  const kept = late ? await news(tx, attempt.id, open) : open
  await writeRows(
    tx,
    'ExamAnswer',
    kept.flatMap(({ slot, rev, device, answer, spentMs }) => {
      const { item, form } = slots.get(slot) ?? {}
      if (item === undefined || form === undefined) return []
      const place = { attemptId: attempt.id, slot, late, userId: attempt.userId, examId: attempt.examId, item, form }
      return [{ ...place, rev, device, answer: JSON.stringify(answer), receivedAt: now, spentMs }]
    }),
    key,
    ['rev', 'device'],
  )
  return open
}

/** Writes what was flagged and what no longer is, one device after the other. */
const writeFlags = (db: Database, { id }: AttemptRow, changes: readonly Flag[]): Promise<unknown> =>
  inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, { id })
    const slots = new Set(readPaper(attempt).map(({ slot }) => slot))
    const own = changes.filter(({ slot }) => slots.has(slot))
    const flagged = JSON.stringify(withFlags(readFlagged(attempt), own))
    return tx.examAttempt.update({ where: { id }, data: { flagged } })
  })

const told = async (
  db: Database,
  { exam, terms, attempt }: OwnAttempt,
  locks: Locks,
  kept: readonly AnswerToSave[],
  now: Date,
): Promise<SaveAnswer> => {
  const { deadline, countsUntil, finished } = standOf(attempt, terms, now)
  return {
    acknowledged: kept.map(({ slot, rev }) => ({ slot, rev })),
    now: now.getTime(),
    deadline,
    finished,
    lateSeconds: now.getTime() > countsUntil ? lateSeconds(deadline, now.getTime()) : 0,
    live: terms.liveScore ? await livePoints(db, exam, terms, attempt, locks) : null,
  }
}

/**
 * Saves a student's answers and acknowledges them: once this returns they are durable. Saving marks nothing. What comes after
 * the deadline and its grace, or after handing in, is kept apart as late. A break closes the paper: what it does not take is
 * kept by its device and offered again once the break is over.
 */
export const saveAnswers = async (
  db: Database,
  userId: UserId,
  examId: string,
  answers: readonly AnswerToSave[],
  now: Date,
  flags: readonly Flag[] = [],
): Promise<Result<SaveAnswer, 'not-found' | 'exam-on-break' | 'too-many'>> => {
  const own = await ownAttempt(db, userId, examId)
  if (!own.ok) return own
  const { exam, terms, attempt } = own.value
  if (!(await withinTraffic(db, attempt.id, now))) return refuse('too-many')
  const { finished, closed } = standOf(attempt, terms, now)
  if (closed && answers.length > 0) return refuse('exam-on-break')
  const { locks } = await printOf(db, exam)
  const kept = await withRetry(() => writeAnswers(db, attempt, locks, answers, finished, now))
  if (flags.length > 0 && !finished) await writeFlags(db, attempt, flags)
  return ok(await told(db, own.value, locks, kept, now))
}
