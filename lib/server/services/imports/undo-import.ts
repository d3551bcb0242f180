import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction, type Transaction } from '../../db/client'
import type { Author } from '../banks/bank'
import { endReview, writeFiles } from '../banks/draft'
import { reviewsSince } from './list-imports'
import { takeBackEvents } from './take-back-events'

const longestWrite = 120_000

class Undone extends Error {
  constructor(readonly reason: 'not-found' | 'stale') {
    super(reason)
  }
}

/** Puts a bank back as it was before; false where it was changed since. */
const putBack = async (
  tx: Transaction,
  author: Author,
  row: {
    readonly id: string
    readonly bankId: string
    readonly revision: number
    readonly at: Date
    readonly beforeVersion: string | null
  },
  now: Date,
): Promise<boolean> => {
  const { count } = await tx.bank.updateMany({
    where: { id: row.bankId, userId: author.id, revision: row.revision },
    data: { revision: { increment: 1 }, changedAt: now },
  })
  // A bank that is gone has nothing to be put back.
  if (count === 0) return (await tx.bank.count({ where: { id: row.bankId, userId: author.id } })) === 0
  await endReview(tx, author.id, row.bankId, now)
  if (row.beforeVersion === null) await tx.bank.update({ where: { id: row.bankId }, data: { state: 'draft' } })
  const before = await tx.importBefore.findMany({ where: { importId: row.id } })
  const files = before.map(({ path, text, data }) => ({ path, text, ...(data === null ? {} : { data }) }))
  await writeFiles(tx, row.bankId, files)
  // Its publication never was: the next one is compared with the one before.
  await tx.bankVersion.deleteMany({ where: { bankId: row.bankId, publishedAt: row.at } })
  await tx.bankStep.deleteMany({ where: { bankId: row.bankId, kind: 'published', at: row.at } })
  await tx.deck.updateMany({ where: { bankId: row.bankId }, data: { currentHash: row.beforeVersion } })
  return true
}

/**
 * Takes a whole import back: its cards and its reviews go, whatever was reviewed here on its cards since stays in the person's history.
 * A bank that was changed since is left alone, and so is everything else. Returns how many reviews stay.
 */
export const undoImport = async (
  db: Database,
  author: Author,
  id: string,
  now: Date,
): Promise<Result<number, 'not-found' | 'stale'>> => {
  try {
    return ok(
      await inTransaction(
        db,
        async (tx) => {
          const taken = await tx.bankImport.updateMany({
            where: { id, userId: author.id, undoneAt: null },
            data: { undoneAt: now },
          })
          const row = taken.count === 0 ? null : await tx.bankImport.findFirst({ where: { id, userId: author.id } })
          if (row === null) throw new Undone('not-found')
          const kept = await reviewsSince(tx, author.id, row.bankId)
          if (row.made) {
            const { count } = await tx.bank.deleteMany({
              where: { id: row.bankId, userId: author.id, revision: row.revision },
            })
            if (count === 0 && (await tx.bank.count({ where: { id: row.bankId, userId: author.id } })) > 0)
              throw new Undone('stale')
          } else if (!(await putBack(tx, author, row, now))) throw new Undone('stale')
          await tx.importBefore.deleteMany({ where: { importId: id } })
          await takeBackEvents(tx, author.id, `import.${id}`, now)
          return kept
        },
        longestWrite,
      ),
    )
  } catch (error) {
    if (error instanceof Undone) return refuse(error.reason)
    throw error
  }
}
