import type { MarkingKey } from '@/lib/cards/marking/key'
import type { UserId } from '@/lib/core/id'
import type { PaperSlot } from '@/lib/exam/paper/zone'
import type { Sheet } from '@/lib/exam/protocol/attempt'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { disguiseAnswer } from '@/lib/exam/sheet/disguise'
import type { PartNames } from '@/lib/exam/sheet/question'
import { keyedAnswer } from '@/lib/exam/simulate/keyed-answer'
import type { Database } from '@/lib/server/db/client'
import { handIn } from '@/lib/server/services/exams/hand-in'
import { readSheet } from '@/lib/server/services/exams/read-sheet'
import { startAttempt } from '@/lib/server/services/exams/start-attempt'
import type { Answer } from '@/lib/view/input'

/** Right answers to a student's whole paper, by slot. */
export const rightAnswers = async (db: Database, examId: string, userId: UserId): Promise<readonly Answer[]> => {
  const attempt = await db.examAttempt.findUniqueOrThrow({ where: { examId_userId: { examId, userId } } })
  const forms = await db.examForm.findMany({ where: { examId } })
  return (JSON.parse(attempt.paper) as readonly PaperSlot[]).map(({ item, form }) => {
    const row = forms.find((one) => one.item === item && one.form === form)
    if (row === undefined) throw new Error(`no form ${form} of ${item}`)
    return disguiseAnswer(JSON.parse(row.names) as PartNames, keyedAnswer(JSON.parse(row.key) as MarkingKey))
  })
}

/** An answer to be saved, but for what the test says. */
export const toSave = (slot: number, answer: Answer, rest: Partial<AnswerToSave> = {}): AnswerToSave => ({
  slot,
  rev: 1,
  device: 'phone',
  answer,
  spentMs: 1000,
  ...rest,
})

/** Begins an exam, or throws what it was refused with. */
export const begin = async (db: Database, userId: UserId, examId: string, now: Date): Promise<Sheet> => {
  const started = await startAttempt(db, userId, examId, '', now)
  if (!started.ok) throw new Error(started.error)
  return sheetOf(db, userId, examId, now)
}

export const sheetOf = async (db: Database, userId: UserId, examId: string, now: Date): Promise<Sheet> => {
  const text = await readSheet(db, userId, examId, 'en', now)
  if (!text.ok) throw new Error(text.error)
  return JSON.parse(text.value) as Sheet
}

/** Takes an exam with the first so many answers right, and hands it in. */
export const takeExam = async (
  db: Database,
  userId: UserId,
  examId: string,
  right: number,
  now: Date,
): Promise<void> => {
  await begin(db, userId, examId, now)
  const answers = (await rightAnswers(db, examId, userId)).slice(0, right)
  const handed = await handIn(
    db,
    userId,
    examId,
    answers.map((answer, slot) => toSave(slot, answer)),
    now,
  )
  if (!handed.ok) throw new Error(handed.error)
}
