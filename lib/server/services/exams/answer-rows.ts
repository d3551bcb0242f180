import 'server-only'
import { markedAnswers, type SavedAnswer } from '@/lib/exam/saved-answers'
import type { Answer } from '@/lib/view/input'
import type { Database, Transaction } from '../../db/client'

export type AnswerRow = NonNullable<Awaited<ReturnType<Transaction['examAnswer']['findFirst']>>>

type Kept = Pick<AnswerRow, 'slot' | 'rev' | 'device' | 'answer' | 'receivedAt' | 'late' | 'spentMs'>

/** An answer as it is kept, with the time its device told. */
export type KeptAnswer = SavedAnswer & { readonly spentMs: number }

const saved = (row: Kept): KeptAnswer => ({
  slot: row.slot,
  rev: row.rev,
  device: row.device,
  // Written by this server from a decoded answer.
  answer: JSON.parse(row.answer) as Answer,
  receivedAt: row.receivedAt.getTime(),
  spentMs: row.spentMs,
})

/** Rows of one attempt as the rules see them. */
export const answersOf = (
  rows: readonly Kept[],
): { readonly counted: ReadonlyMap<number, KeptAnswer>; readonly late: ReadonlyMap<number, KeptAnswer> } => ({
  counted: new Map(rows.filter(({ late }) => !late).map((row) => [row.slot, saved(row)])),
  late: new Map(rows.filter(({ late }) => late).map((row) => [row.slot, saved(row)])),
})

/** What is marked of these rows, by slot. */
export const answersToMark = (rows: readonly Kept[], lateAccepted: boolean): ReadonlyMap<number, SavedAnswer> =>
  markedAnswers(answersOf(rows), lateAccepted)

export const answerRowsOf = (db: Database | Transaction, attemptId: string): Promise<AnswerRow[]> =>
  db.examAnswer.findMany({ where: { attemptId }, orderBy: { slot: 'asc' } })
