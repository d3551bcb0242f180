import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type BankDeed, type BankRole, bankRoles, mayMove, rolesFrom } from '@/lib/sync/bank-life'
import { reaches } from '@/lib/sync/class'
import type { Database, Transaction } from '../../db/client'
import type { Author, BankRow } from './bank'
import { askerOf } from './bank-steps'

type BankCondition = NonNullable<NonNullable<Parameters<Transaction['bank']['findFirst']>[0]>['where']>

/** Banks where somebody has at least this role: their own, and those they were let in to. */
export const heldBy = (userId: string, least: BankRole): BankCondition => ({
  OR: [{ userId }, { members: { some: { userId, role: { in: [...rolesFrom(least)] } } } }],
})

/** What somebody may do with a bank that they hold. */
export const roleIn = (
  { userId: keeper, members }: { readonly userId: string; readonly members: readonly { readonly role: BankRole }[] },
  userId: string,
): BankRole => (keeper === userId ? 'owner' : (members[0]?.role ?? 'viewer'))

export interface BankAccess {
  readonly row: BankRow
  readonly role: BankRole
}

/**
 * What somebody may do with a bank. Every service about a bank asks this first. A stranger, somebody who was let go and somebody
 * who guesses an id all hear the same: there is no such bank. Whoever is in it hears that their role does not reach.
 */
export const bankAccess = async (
  db: Database | Transaction,
  { id: userId }: Pick<Author, 'id'>,
  id: string,
  least: BankRole,
): Promise<Result<BankAccess, 'not-found' | 'bank-role'>> => {
  const found = await db.bank.findFirst({
    where: { id, ...heldBy(userId, 'viewer') },
    include: { members: { where: { userId }, select: { role: true } } },
  })
  if (found === null) return refuse('not-found')
  const { members: _, ...row } = found
  const role = roleIn(found, userId)
  return reaches(bankRoles, role, least) ? ok({ row, role }) : refuse('bank-role')
}

/** Whether somebody may move a bank from where it stands. */
export const mayDo = async (
  db: Database | Transaction,
  { id: userId }: Pick<Author, 'id'>,
  { row, role }: BankAccess,
  deed: BankDeed,
): Promise<boolean> => mayMove(row, { role, asked: (await askerOf(db, row.id)) === userId }, deed)

/**
 * Takes a bank's row for this transaction: whoever comes second waits here, and then sees what was done. For deeds that look
 * before they write, of which two at the same moment must not both see what was before.
 */
export const lockBank = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`UPDATE "Bank" SET "title" = "title" WHERE "id" = ${id}`
}
