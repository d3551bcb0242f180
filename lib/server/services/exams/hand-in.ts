import 'server-only'
import { createHmac } from 'node:crypto'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Receipt } from '@/lib/exam/protocol/attempt'
import type { AnswerToSave } from '@/lib/exam/protocol/requests'
import { lateSeconds } from '@/lib/exam/times'
import { type Database, inTransaction } from '../../db/client'
import { lockAttempt } from './lock-attempt'
import { printOf } from './print'
import { writeAnswers } from './save-answers'
import { readPaper, readReceipt, standOf } from './sitting'
import { ownAttempt } from './start-attempt'
import { withinTraffic } from './traffic'

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Sixteen signs in four groups that only this server can make of these facts. */
const receiptCode = (
  secret: string,
  attemptId: string,
  { at, answered, of, lateSeconds: late }: Omit<Receipt, 'code'>,
): string => {
  const bytes = createHmac('sha256', secret)
    .update(JSON.stringify([attemptId, at, answered, of, late]))
    .digest()
  const signs = [...bytes.subarray(0, 16)].map((byte) => alphabet[byte % alphabet.length])
  return [0, 4, 8, 12].map((from) => signs.slice(from, from + 4).join('')).join('-')
}

/**
 * Hands an attempt in with the last answers of the device. The first time ends it and gives the receipt; every other time
 * gives the same receipt, and keeps answers it did not know as late ones, as it does with those a break has closed out.
 */
export const handIn = async (
  db: Database,
  userId: UserId,
  examId: string,
  answers: readonly AnswerToSave[],
  now: Date,
): Promise<Result<Receipt, 'not-found' | 'too-many'>> => {
  const own = await ownAttempt(db, userId, examId)
  if (!own.ok) return own
  const { exam, terms } = own.value
  if (!(await withinTraffic(db, own.value.attempt.id, now))) return refuse('too-many')
  const { locks } = await printOf(db, exam)
  return inTransaction(db, async (tx) => {
    const attempt = await lockAttempt(tx, own.value.attempt)
    const { deadline, finished, closed, countsUntil } = standOf(attempt, terms, now)
    await writeAnswers(tx, attempt, locks, answers, finished || closed, now)
    const known = readReceipt(attempt)
    if (known !== null) return ok(known)
    const facts = {
      at: now.getTime(),
      answered: await tx.examAnswer.count({ where: { attemptId: attempt.id, late: false } }),
      of: readPaper(attempt).length,
      lateSeconds: now.getTime() > countsUntil ? lateSeconds(deadline, now.getTime()) : 0,
    }
    const receipt: Receipt = { ...facts, code: receiptCode(exam.secret, attempt.id, facts) }
    await tx.examAttempt.update({
      where: { id: attempt.id },
      data: { handedInAt: now, receipt: JSON.stringify(receipt) },
    })
    return ok(receipt)
  })
}
