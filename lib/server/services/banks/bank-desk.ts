import 'server-only'
import { ok, type Result } from '@/lib/core/result'
import type { BankDesk, BankRemark } from '@/lib/sync/bank-desk'
import { movesOf } from '@/lib/sync/bank-life'
import type { Database } from '../../db/client'
import { personName } from '../person-name'
import { bankAccess } from './access'
import type { Author } from './bank'
import { askerOf, listSteps } from './bank-steps'

const mostSettled = 50
const mostStanding = 500

const listRemarks = async (db: Database, bankId: string, me: string): Promise<readonly BankRemark[]> => {
  const include = { user: { select: { name: true, email: true } } }
  const standing = await db.bankRemark.findMany({
    where: { bankId, doneAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: mostStanding,
    include,
  })
  const settled = await db.bankRemark.findMany({
    where: { bankId, doneAt: { not: null } },
    orderBy: [{ doneAt: 'desc' }, { id: 'asc' }],
    take: mostSettled,
    include,
  })
  return [...standing, ...settled].map(({ id, userId, user, at, card, text, doneAt }) => ({
    id,
    by: user && personName(user),
    mine: userId === me,
    at: at.getTime(),
    card,
    text,
    done: doneAt !== null,
  }))
}

/** What somebody may do with a bank where it stands, what happened to it, and what is said about its draft. */
export const readDesk = async (
  db: Database,
  author: Author,
  id: string,
): Promise<Result<BankDesk, 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, id, 'viewer')
  if (!access.ok) return access
  const { row, role } = access.value
  const [asker, steps, remarks, others] = await Promise.all([
    askerOf(db, id),
    listSteps(db, id),
    listRemarks(db, id, author.id),
    db.bankMember.count({ where: { bankId: id, userId: { not: author.id } } }),
  ])
  return ok({
    deeds: movesOf(row, { role, asked: asker === author.id }),
    company: others > 0 || row.userId !== author.id,
    steps,
    remarks,
  })
}
