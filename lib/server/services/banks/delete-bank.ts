import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../../db/client'
import { withRetry } from '../../db/retry'
import { bankAccess, heldBy } from './access'
import type { Author } from './bank'

/** Removes a bank of which somebody is an owner, with its draft and everything published from it. What was reviewed stays with each learner. */
export const deleteBank = async (
  db: Database,
  author: Author,
  id: string,
): Promise<Result<'deleted', 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, id, 'owner')
  if (!access.ok) return access
  const { count } = await withRetry(() => db.bank.deleteMany({ where: { id, ...heldBy(author.id, 'owner') } }))
  return count === 0 ? refuse('not-found') : ok('deleted')
}
