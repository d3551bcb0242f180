import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { MadeImport } from '@/lib/sync/file-import'
import type { Database, Transaction } from '../../db/client'
import type { Author } from '../banks/bank'

/** As many as somebody would look through. */
const most = 50

/** Reviews that were made here, and not brought by an import, on the cards of a bank. */
export const reviewsSince = (db: Database | Transaction, userId: string, bankId: string): Promise<number> =>
  db.reviewEvent.count({
    where: {
      userId,
      kind: 'grade',
      cardId: { startsWith: `${bankId}/` },
      NOT: { deviceId: { startsWith: 'import.' } },
    },
  })

/** Somebody's imports, the latest first. */
export const listImports = async (
  db: Database,
  { id: userId, kind }: Author,
): Promise<Result<readonly MadeImport[], 'guest'>> => {
  if (kind === 'guest') return refuse('guest')
  const rows = await db.bankImport.findMany({ where: { userId }, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: most })
  const banks = await db.bank.findMany({
    where: { userId, id: { in: rows.map(({ bankId }) => bankId) } },
    select: { id: true, title: true, revision: true },
  })
  const byId = new Map(banks.map((bank) => [bank.id, bank]))
  return ok(
    await Promise.all(
      rows.map(async (row): Promise<MadeImport> => {
        const bank = byId.get(row.bankId)
        const changed = bank !== undefined && bank.revision !== row.revision
        return {
          id: row.id,
          file: row.fileName,
          at: row.at.getTime(),
          bank: bank ? { id: bank.id, title: bank.title } : null,
          cards: row.cards,
          reviews: row.reviews,
          state: row.undoneAt !== null ? 'undone' : changed ? 'changed' : 'stands',
          since: row.undoneAt === null ? await reviewsSince(db, userId, row.bankId) : 0,
        }
      }),
    ),
  )
}
