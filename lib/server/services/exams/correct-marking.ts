import 'server-only'
import { randomBytes } from 'node:crypto'
import type { MarkingKey } from '@/lib/cards/marking/key'
import { makeId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { comparePoints, type Preview } from '@/lib/exam/corrections/compare'
import type { Correction } from '@/lib/exam/corrections/correction'
import { keyFits } from '@/lib/exam/corrections/key-fits'
import type { PartNames } from '@/lib/exam/sheet/question'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { writeRows } from '../../db/rows'
import { type AnswerRow, answersToMark } from './answer-rows'
import { examOfStaff } from './find-exam'
import { lockMarking, markFinished } from './mark-attempts'
import { readMarker, standingCorrections } from './marker'
import type { ExamTerms } from './terms'

type CorrectionRefusal = 'not-found' | 'class-role' | 'exam-correction'

/** Whether a change is about a question this exam has, and can be made of its key. */
const fits = async (db: Database, examId: string, { item, change }: Correction): Promise<boolean> => {
  const which = change.kind === 'key' && change.form !== null ? { form: change.form } : {}
  const form = await db.examForm.findFirst({ where: { examId, item, ...which }, select: { key: true, names: true } })
  if (form === null) return false
  const key = JSON.parse(form.key) as MarkingKey
  if (change.kind === 'key') return keyFits(key, change.key, new Set(Object.keys(JSON.parse(form.names) as PartNames)))
  return change.kind !== 'tolerance' || key.kind === 'numbers'
}

/** Marks one question anew for everybody who got it; the rows as they would be written, with what they were. */
const remarked = async (
  tx: Database | Transaction,
  examId: string,
  item: string,
  terms: ExamTerms,
  corrections: readonly Correction[],
) => {
  const mark = await readMarker(tx, examId, terms, corrections, item)
  const marks = await tx.examMark.findMany({ where: { examId, item } })
  const answers = new Map<string, AnswerRow[]>()
  for (const row of await tx.examAnswer.findMany({ where: { examId, item } })) {
    const own = answers.get(row.attemptId)
    if (own === undefined) answers.set(row.attemptId, [row])
    else own.push(row)
  }
  const accepted = new Set(
    (await tx.examAttempt.findMany({ where: { examId, lateAccepted: true }, select: { id: true } })).map(
      ({ id }) => id,
    ),
  )
  return marks.map((before) => {
    const own = answersToMark(answers.get(before.attemptId) ?? [], accepted.has(before.attemptId))
    const earned = mark(item, before.form, own.get(before.slot)?.answer ?? null)
    const after = {
      ...before,
      points: earned.points,
      outOf: earned.of,
      score: earned.mark.score,
      mistake: earned.mark.mistake,
    }
    return { before, after }
  })
}

type Remarked = Awaited<ReturnType<typeof remarked>>

const previewOf = async (tx: Database | Transaction, examId: string, changed: Remarked): Promise<Preview> => {
  const totals = await tx.examResult.findMany({ where: { examId }, select: { attemptId: true, points: true } })
  const gained = new Map(changed.map(({ before, after }) => [before.attemptId, after.points - before.points]))
  return comparePoints(
    totals.map(({ attemptId, points }) => ({
      attempt: attemptId,
      before: points,
      after: points + (gained.get(attemptId) ?? 0),
    })),
  )
}

/** Writes what changed, and every touched sum anew from its marks. */
const write = async (tx: Transaction, examId: string, changed: Remarked): Promise<void> => {
  const rows = changed.flatMap(({ before, after }) =>
    before.points !== after.points ||
    before.outOf !== after.outOf ||
    before.score !== after.score ||
    before.mistake !== after.mistake
      ? [after]
      : [],
  )
  await writeRows(tx, 'ExamMark', rows, ['attemptId', 'slot'])
  // Sums of all the marks, not differences: taking a change back gives the very number there was.
  await tx.$executeRaw`UPDATE "ExamResult" SET
    "points" = (SELECT SUM(m."points") FROM "ExamMark" m WHERE m."attemptId" = "ExamResult"."attemptId"),
    "outOf" = (SELECT SUM(m."outOf") FROM "ExamMark" m WHERE m."attemptId" = "ExamResult"."attemptId")
    WHERE "examId" = ${examId}`
}

/** Who would gain and who would lose by a change. Nothing is written. */
export const previewCorrection = async (
  db: Database,
  userId: UserId,
  examId: string,
  correction: Correction,
  now: Date,
): Promise<Result<Preview, CorrectionRefusal>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  if (!(await fits(db, examId, correction))) return refuse('exam-correction')
  await markFinished(db, examId, now)
  return inTransaction(db, async (tx) => {
    const terms = await lockMarking(tx, examId)
    const all = [...(await standingCorrections(tx, examId)), correction]
    return ok(await previewOf(tx, examId, await remarked(tx, examId, correction.item, terms, all)))
  })
}

/** Applies a change to everybody who got the question, and keeps it for those who finish later. */
export const applyCorrection = async (
  db: Database,
  userId: UserId,
  examId: string,
  correction: Correction,
  now: Date,
): Promise<Result<Preview & { readonly id: string }, CorrectionRefusal>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  if (!(await fits(db, examId, correction))) return refuse('exam-correction')
  await markFinished(db, examId, now)
  const id = makeId<never>(now.getTime(), randomBytes(16))
  return inTransaction(db, async (tx) => {
    const terms = await lockMarking(tx, examId)
    const all = [...(await standingCorrections(tx, examId)), correction]
    const changed = await remarked(tx, examId, correction.item, terms, all)
    const preview = await previewOf(tx, examId, changed)
    await tx.examCorrection.create({
      data: { id, examId, userId, at: now, correction: JSON.stringify(correction) },
    })
    await write(tx, examId, changed)
    return ok({ ...preview, id })
  })
}

/** Takes a change back: everybody has what they would have without it. */
export const undoCorrection = async (
  db: Database,
  userId: UserId,
  examId: string,
  correctionId: string,
  now: Date,
): Promise<Result<Preview, 'not-found' | 'class-role'>> => {
  const found = await examOfStaff(db, userId, examId, { studentData: 'editor' })
  if (!found.ok) return found
  return inTransaction(db, async (tx) => {
    const terms = await lockMarking(tx, examId)
    const standing = await standingCorrections(tx, examId)
    const undone = standing.find(({ id }) => id === correctionId)
    if (undone === undefined) return refuse('not-found')
    const left = standing.filter(({ id }) => id !== correctionId)
    const changed = await remarked(tx, examId, undone.item, terms, left)
    const preview = await previewOf(tx, examId, changed)
    await tx.examCorrection.update({ where: { id: correctionId }, data: { undoneAt: now } })
    await write(tx, examId, changed)
    return ok(preview)
  })
}
