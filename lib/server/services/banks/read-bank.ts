import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { OwnBank } from '@/lib/sync/bank'
import type { Database } from '../../db/client'
import { type Author, toOwnBank } from './bank'

/** Somebody's own banks, the latest changed first. */
export const listBanks = async (db: Database, { id, kind }: Author): Promise<Result<readonly OwnBank[], 'guest'>> => {
  if (kind === 'guest') return refuse('guest')
  const rows = await db.bank.findMany({ where: { userId: id }, orderBy: [{ changedAt: 'desc' }, { id: 'asc' }] })
  return ok(await Promise.all(rows.map((row) => toOwnBank(db, row))))
}

/** A file of a draft as its owner reads it; figures come without their bytes. */
export interface DraftFile {
  readonly path: string
  readonly text: string
}

/** One of somebody's own banks, with its draft. Another's bank is not there. */
export const readBank = async (
  db: Database,
  { id: userId }: Author,
  id: string,
): Promise<Result<OwnBank & { readonly files: readonly DraftFile[] }, 'not-found'>> => {
  const row = await db.bank.findFirst({ where: { id, userId } })
  if (row === null) return refuse('not-found')
  const files = await db.bankFile.findMany({
    where: { bankId: id, userId },
    orderBy: { path: 'asc' },
    select: { path: true, text: true },
  })
  return ok({ ...(await toOwnBank(db, row)), files })
}
