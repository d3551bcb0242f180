import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankDoor, BankInvitationRequest } from '@/lib/sync/bank-desk'
import { type BankRole, bankRoles } from '@/lib/sync/bank-life'
import { reaches } from '@/lib/sync/class'
import { type Database, inTransaction } from '../../db/client'
import { readEmail } from '../credentials'
import { withinLimit } from '../limit'
import { personName } from '../person-name'
import type { Account } from '../read-account'
import { bankAccess, lockBank } from './access'
import type { Author } from './bank'

const lifeMs = 14 * 24 * 3_600_000
const perHour = 60
const hourMs = 3_600_000
const mostPeople = 50

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Makes a link that lets one person in, once, and returns its token, the only copy. Owners alone invite. */
export const inviteToBank = async (
  db: Database,
  author: Author,
  bankId: string,
  { role, email }: BankInvitationRequest,
  now: Date,
): Promise<
  Result<{ readonly token: string; readonly title: string }, 'not-found' | 'bank-role' | 'bad-email' | 'too-many'>
> => {
  const address = email.trim() === '' ? ok(null) : readEmail(email)
  if (!address.ok) return refuse('bad-email')
  if (!(await withinLimit(db, { key: `bank-invite:${author.id}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const token = randomBytes(18).toString('base64url')
  return inTransaction(db, async (tx) => {
    const access = await bankAccess(tx, author, bankId, 'owner')
    if (!access.ok) return access
    const expiresAt = new Date(now.getTime() + lifeMs)
    await tx.bankInvitation.create({
      data: {
        tokenHash: hash(token),
        bankId,
        userId: author.id,
        email: address.value,
        role,
        createdAt: now,
        expiresAt,
      },
    })
    return ok({ token, title: access.value.row.title })
  })
}

/** An invitation that waits, whose maker could still make it. */
const findInvitation = async (db: Database, token: string, now: Date) => {
  const found = await db.bankInvitation.findFirst({
    where: { tokenHash: hash(token), usedAt: null, expiresAt: { gt: now } },
    include: { user: { select: { name: true, email: true } } },
  })
  if (found === null) return null
  const maker = await bankAccess(db, { id: asId<UserId>(found.userId) }, found.bankId, 'owner')
  return maker.ok ? { ...found, title: maker.value.row.title, keeper: maker.value.row.userId } : null
}

type Guest = Pick<Account, 'id' | 'kind'> & { readonly email?: string }

/** What an invitation is to, for whoever holds its link. */
export const readBankDoor = async (
  db: Database,
  { id: userId }: Pick<Account, 'id'>,
  token: string,
  now: Date,
): Promise<Result<BankDoor, 'link' | 'too-many'>> => {
  if (!(await withinLimit(db, { key: `bank-door:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const found = await findInvitation(db, token, now)
  if (found === null) return refuse('link')
  return ok({ bank: found.bankId, title: found.title, role: found.role, by: personName(found.user) })
}

const higher = (a: BankRole, b: BankRole): BankRole => (reaches(bankRoles, a, b) ? a : b)

/** Takes an invitation; which bank it was. Of two at once, one succeeds. A role only rises, and guests make an account first. */
export const takeBankInvitation = async (
  db: Database,
  { id: userId, kind, email }: Guest,
  token: string,
  now: Date,
): Promise<Result<string, 'link' | 'guest' | 'other-email' | 'too-many'>> => {
  if (kind === 'guest') return refuse('guest')
  if (!(await withinLimit(db, { key: `bank-door:${userId}`, most: perHour, windowMs: hourMs }, now)))
    return refuse('too-many')
  const found = await findInvitation(db, token, now)
  if (found === null) return refuse('link')
  if (found.email !== null && found.email !== email) return refuse('other-email')
  const { bankId, role, keeper } = found
  return inTransaction(db, async (tx) => {
    await lockBank(tx, bankId)
    const { count } = await tx.bankInvitation.updateMany({
      where: { tokenHash: hash(token), usedAt: null },
      data: { usedAt: now },
    })
    if (count === 0) return refuse('link')
    if (keeper === userId) return ok(bankId)
    const place = { bankId, userId }
    const known = await tx.bankMember.findUnique({ where: { bankId_userId: place } })
    if (known === null && (await tx.bankMember.count({ where: { bankId } })) >= mostPeople) {
      await tx.bankInvitation.update({ where: { tokenHash: hash(token) }, data: { usedAt: null } })
      return refuse('too-many')
    }
    await tx.bankMember.upsert({
      where: { bankId_userId: place },
      create: { ...place, role, at: now },
      update: { role: higher(known?.role ?? role, role) },
    })
    return ok(bankId)
  })
}

/** Withdraws every invitation that waits. Returns how many there were. */
export const withdrawBankInvitations = (
  db: Database,
  author: Author,
  bankId: string,
  now: Date,
): Promise<Result<number, 'not-found' | 'bank-role'>> =>
  inTransaction(db, async (tx) => {
    const access = await bankAccess(tx, author, bankId, 'owner')
    if (!access.ok) return access
    const { count } = await tx.bankInvitation.updateMany({ where: { bankId, usedAt: null }, data: { usedAt: now } })
    return ok(count)
  })
