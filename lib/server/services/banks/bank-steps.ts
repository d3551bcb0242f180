import 'server-only'
import { randomBytes } from 'node:crypto'
import { makeId } from '@/lib/core/id'
import type { BankStep } from '@/lib/sync/bank-desk'
import type { BankStepKind } from '@/lib/sync/bank-life'
import type { Database, Transaction } from '../../db/client'
import { personName } from '../person-name'

/** What is kept of a step beside who, when and what. */
export interface StepToKeep {
  readonly kind: BankStepKind
  readonly revision: number
  readonly reason?: string
  readonly number?: number
  readonly cards?: number
  readonly hints?: number
}

/** An id that sorts by time, for a step or a remark. */
export const newStepId = (now: Date): string => makeId(now.getTime(), randomBytes(16))

/** Writes down a step in the life of a bank. */
export const keepStep = async (
  tx: Transaction,
  bankId: string,
  userId: string,
  step: StepToKeep,
  now: Date,
): Promise<void> => {
  await tx.bankStep.create({ data: { ...step, id: newStepId(now), bankId, userId, at: now } })
}

/** Who asked last for a review; null when nobody has, or when they are gone. */
export const askerOf = async (db: Database | Transaction, bankId: string): Promise<string | null> => {
  const last = await db.bankStep.findFirst({
    where: { bankId, kind: 'asked' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { userId: true },
  })
  return last?.userId ?? null
}

/** As many as anybody looks through; older steps stay in the database. */
const most = 500

/** What happened to a bank, the latest first. */
export const listSteps = async (db: Database, bankId: string): Promise<readonly BankStep[]> => {
  const rows = await db.bankStep.findMany({
    where: { bankId },
    // Whoever changes and publishes at once does both in one moment; by name, too, the publication is the later of the two.
    orderBy: [{ at: 'desc' }, { kind: 'desc' }, { id: 'desc' }],
    take: most,
    include: { user: { select: { name: true, email: true } } },
  })
  return rows.map(({ kind, user, at, revision, reason, number, cards, hints }) => ({
    kind,
    by: user && personName(user),
    at: at.getTime(),
    revision,
    reason,
    number,
    cards,
    hints,
  }))
}
