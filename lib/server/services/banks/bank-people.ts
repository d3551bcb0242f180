import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankPeople } from '@/lib/sync/bank-desk'
import type { BankRole } from '@/lib/sync/bank-life'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import { takeLentBack } from '../classes/lent-decks'
import { bankAccess, heldBy, lockBank } from './access'
import type { Author } from './bank'

/** Who works on a bank or reads its draft, its keeper first. */
export const listPeople = async (
  db: Database,
  author: Author,
  id: string,
  now: Date,
): Promise<Result<BankPeople, 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, id, 'viewer')
  if (!access.ok) return access
  const named = { select: { id: true, name: true, email: true } }
  const [keeper, members, waiting] = await Promise.all([
    db.user.findUniqueOrThrow({ where: { id: access.value.row.userId }, ...named }),
    db.bankMember.findMany({
      where: { bankId: id },
      orderBy: [{ at: 'asc' }, { userId: 'asc' }],
      include: { user: named },
    }),
    db.bankInvitation.count({ where: { bankId: id, usedAt: null, expiresAt: { gt: now } } }),
  ])
  const told = ({ id: person, name, email }: typeof keeper) => ({ id: person, name, email: email ?? '' })
  return ok({
    people: [
      { ...told(keeper), role: 'owner', keeper: true },
      ...members.map(({ user, role }) => ({ ...told(user), role, keeper: false })),
    ],
    me: author.id,
    waiting,
  })
}

/** Takes from somebody who owns a bank no more what only its owners have: links to let others in by, and classes it is lent to. */
const takeOwnersPart = async (tx: Transaction, bankId: string, userId: string): Promise<void> => {
  await tx.bankInvitation.deleteMany({ where: { bankId, userId } })
  await takeLentBack(tx, { deck: { is: { bankId } } })
}

/** Gives somebody who is in a bank another role. Owners may; the keeper stays an owner. */
export const changeBankRole = (
  db: Database,
  author: Author,
  id: string,
  person: string,
  role: BankRole,
): Promise<Result<null, 'not-found' | 'bank-role'>> =>
  inTransaction(db, async (tx) => {
    await lockBank(tx, id)
    const access = await bankAccess(tx, author, id, 'owner')
    if (!access.ok) return access
    const { count } = await tx.bankMember.updateMany({ where: { bankId: id, userId: person }, data: { role } })
    if (count === 0) return refuse('not-found')
    if (role !== 'owner') await takeOwnersPart(tx, id, person)
    return ok(null)
  })

/** Lets somebody go from a bank: owners may let go whom they like but its keeper, and everybody themselves. */
export const removeFromBank = (
  db: Database,
  author: Author,
  id: string,
  person: string,
): Promise<Result<null, 'not-found' | 'bank-role'>> =>
  inTransaction(db, async (tx) => {
    await lockBank(tx, id)
    const access = await bankAccess(tx, author, id, person === author.id ? 'viewer' : 'owner')
    if (!access.ok) return access
    const { count } = await tx.bankMember.deleteMany({ where: { bankId: id, userId: person } })
    if (count === 0) return refuse('not-found')
    await takeOwnersPart(tx, id, person)
    return ok(null)
  })

/** Makes another owner the keeper of a bank; with no other, it stays with whom it is. */
const handOver = async (tx: Transaction, bankId: string): Promise<void> => {
  const heir = await tx.bankMember.findFirst({
    where: { bankId, role: 'owner' },
    orderBy: [{ at: 'asc' }, { userId: 'asc' }],
  })
  if (heir === null) return
  const { userId } = heir
  await tx.bankMember.delete({ where: { bankId_userId: { bankId, userId } } })
  await tx.bank.update({ where: { id: bankId }, data: { userId } })
  await tx.bankFile.updateMany({ where: { bankId }, data: { userId } })
  await tx.bankVersion.updateMany({ where: { bankId }, data: { userId } })
}

/** The banks of somebody who goes stay where another owner is there to keep them. */
export const handBanksOver = async (tx: Transaction, userId: string): Promise<void> => {
  // Of two owners who go at once, the second waits here: it may have become the keeper, and then hands over as well.
  const held = await tx.bank.findMany({ where: heldBy(userId, 'owner'), select: { id: true }, orderBy: { id: 'asc' } })
  for (const { id } of held) await lockBank(tx, id)
  const banks = await tx.bank.findMany({
    where: { userId, members: { some: { role: 'owner' } } },
    select: { id: true },
  })
  for (const { id } of banks) await handOver(tx, id)
}
