import 'server-only'
import type { Correction } from '@/lib/exam/corrections/correction'
import type { Database, Transaction } from '../../db/client'
import { inTransaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { type AnswerRow, answersToMark } from './answer-rows'
import { type Marker, readMarker, standingCorrections } from './marker'
import { type AttemptRow, readPaper, standOf } from './sitting'
import { type ExamTerms, readTerms } from './terms'

const batch = 500

/** Marking of an exam is one thing at a time: whoever comes second waits here, and then sees what was done. */
export const lockMarking = async (tx: Transaction, examId: string): Promise<ExamTerms> => {
  const { terms } = await tx.exam.update({ where: { id: examId }, data: { revision: { increment: 0 } } })
  return readTerms(terms)
}

const groupByAttempt = (rows: readonly AnswerRow[]): ReadonlyMap<string, readonly AnswerRow[]> => {
  const groups = new Map<string, AnswerRow[]>()
  for (const row of rows) {
    const group = groups.get(row.attemptId)
    if (group === undefined) groups.set(row.attemptId, [row])
    else group.push(row)
  }
  return groups
}

const writeMarks = async (
  tx: Transaction,
  examId: string,
  attempts: readonly AttemptRow[],
  mark: Marker,
  now: Date,
): Promise<void> => {
  const rows = await tx.examAnswer.findMany({ where: { attemptId: { in: attempts.map(({ id }) => id) } } })
  const answers = groupByAttempt(rows)
  const marks = attempts.flatMap((attempt) => {
    const own = answersToMark(answers.get(attempt.id) ?? [], attempt.lateAccepted)
    return readPaper(attempt).map(({ slot, item, form }) => {
      const earned = mark(item, form, own.get(slot)?.answer ?? null)
      const place = { attemptId: attempt.id, slot, examId, item, form }
      return {
        ...place,
        points: earned.points,
        outOf: earned.of,
        score: earned.mark.score,
        mistake: earned.mark.mistake,
      }
    })
  })
  await writeRows(tx, 'ExamMark', marks, ['attemptId', 'slot'])
  const totals = new Map<string, { points: number; outOf: number }>()
  for (const { attemptId, points, outOf } of marks) {
    const total = totals.get(attemptId) ?? { points: 0, outOf: 0 }
    totals.set(attemptId, { points: total.points + points, outOf: total.outOf + outOf })
  }
  await writeRows(
    tx,
    'ExamResult',
    [...totals].map(([attemptId, total]) => ({ attemptId, examId, ...total, markedAt: now })),
    ['attemptId'],
  )
}

type Which = NonNullable<NonNullable<Parameters<Transaction['examAttempt']['findMany']>[0]>['where']>

/** Marks those of these attempts that are finished, and for which `which` holds by then. */
const markThese = async (
  db: Database,
  examId: string,
  all: readonly { readonly id: string }[],
  which: Which,
  now: Date,
): Promise<void> => {
  for (let from = 0; from < all.length; from += batch) {
    const ids = all.slice(from, from + batch).map(({ id }) => id)
    await inTransaction(db, async (tx) => {
      const locked = await lockMarking(tx, examId)
      const known = await tx.examAttempt.findMany({ where: { id: { in: ids }, ...which } })
      // Since they were looked for, one may have been opened again, or the exam's end put off.
      const attempts = known.filter((attempt) => standOf(attempt, locked, now).finished)
      const corrections: readonly Correction[] = await standingCorrections(tx, examId)
      await writeMarks(tx, examId, attempts, await readMarker(tx, examId, locked, corrections), now)
    })
  }
}

const termsNow = async (db: Database, examId: string): Promise<ExamTerms> =>
  readTerms((await db.exam.findUniqueOrThrow({ where: { id: examId }, select: { terms: true } })).terms)

/**
 * Marks every attempt that is finished and not marked yet, under the corrections that stand. Marks are a fold over answers,
 * keys and corrections: marking again gives the same.
 */
export const markFinished = async (db: Database, examId: string, now: Date): Promise<void> => {
  const terms = await termsNow(db, examId)
  const which = { result: { is: null } }
  const open = await db.examAttempt.findMany({ where: { examId, ...which } })
  const finished = open.filter((attempt) => standOf(attempt, terms, now).finished)
  await markThese(db, examId, finished, which, now)
}

/** Longer than an answer takes from its arrival until it is written, however many arrive at the bell, ms. */
const settledAfter = 60_000

/**
 * As `markFinished`, and once more whoever was marked in the minute after their end: saving takes no lock, so that an answer
 * which came in time may have been written when its attempt had been marked already. For the staff, who read everything.
 */
export const markSettled = async (db: Database, examId: string, now: Date): Promise<void> => {
  await markFinished(db, examId, now)
  const terms = await termsNow(db, examId)
  const rows = await db.examAttempt.findMany({
    where: { examId, result: { isNot: null } },
    select: {
      id: true,
      startedAt: true,
      allowance: true,
      breaks: true,
      extraMs: true,
      handedInAt: true,
      result: { select: { markedAt: true } },
    },
  })
  const early = rows.filter((row) => {
    const end = Math.min(row.handedInAt?.getTime() ?? Number.POSITIVE_INFINITY, standOf(row, terms, now).countsUntil)
    const settled = end + settledAfter
    return row.result !== null && row.result.markedAt.getTime() < settled && now.getTime() >= settled
  })
  await markThese(db, examId, early, { result: { is: { markedAt: { lt: now } } } }, now)
}

/** Forgets what an attempt was marked with, so that it is marked anew when its result is wanted. */
export const forgetMarks = async (tx: Transaction, attemptId: string): Promise<void> => {
  await tx.examMark.deleteMany({ where: { attemptId } })
  await tx.examResult.deleteMany({ where: { attemptId } })
}

/** Forgets what those were marked with who are writing again under these terms. */
export const forgetUnfinished = async (tx: Transaction, examId: string, terms: ExamTerms, now: Date): Promise<void> => {
  const marked = await tx.examAttempt.findMany({ where: { examId, result: { isNot: null } } })
  for (const attempt of marked) if (!standOf(attempt, terms, now).finished) await forgetMarks(tx, attempt.id)
}
