import 'server-only'
import type { Transaction } from '../../db/client'
import type { AttemptRow } from './sitting'

/** Takes the attempt's row for this transaction and reads it as it is then: others wait here. */
export const lockAttempt = (tx: Transaction, attempt: Pick<AttemptRow, 'id'>): Promise<AttemptRow> =>
  tx.examAttempt.update({ where: { id: attempt.id }, data: { extraMs: { increment: 0 } } })
