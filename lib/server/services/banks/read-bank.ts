import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import type { Database } from '../../db/client'
import { bankAccess, heldBy, roleIn } from './access'
import { type Author, toOwnBank } from './bank'

/** The banks somebody works on or reads, the latest changed first. */
export const listBanks = async (db: Database, author: Author): Promise<Result<readonly OwnBank[], 'guest'>> => {
  const { id: userId, kind } = author
  if (kind === 'guest') return refuse('guest')
  const rows = await db.bank.findMany({
    where: heldBy(userId, 'viewer'),
    orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
    include: { members: { where: { userId }, select: { role: true } } },
  })
  return ok(
    await Promise.all(
      rows.map(({ members, ...row }) => toOwnBank(db, row, author, roleIn({ ...row, members }, userId))),
    ),
  )
}

/** A file of a draft as it is read; figures come without their bytes. */
export interface DraftFile {
  readonly path: string
  readonly text: string
}

/** A bank with its draft, for whoever works on it or reads it. For anybody else it is not there. */
export const readBank = async (
  db: Database,
  author: Author,
  id: string,
): Promise<Result<OwnBank & { readonly files: readonly DraftFile[] }, 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, id, 'viewer')
  if (!access.ok) return access
  const { row, role } = access.value
  const files = await db.bankFile.findMany({
    where: { bankId: id },
    orderBy: { path: 'asc' },
    select: { path: true, text: true },
  })
  return ok({ ...(await toOwnBank(db, row, author, role)), files })
}
