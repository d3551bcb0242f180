import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../../db/client'
import { withRetry } from '../../db/retry'
import type { Author } from './bank'

/** Removes one of somebody's own banks with its draft and everything published from it. What was reviewed stays with each learner. */
export const deleteBank = async (
  db: Database,
  { id: userId }: Author,
  id: string,
): Promise<Result<'deleted', 'not-found'>> => {
  const { count } = await withRetry(() => db.bank.deleteMany({ where: { id, userId } }))
  return count === 0 ? refuse('not-found') : ok('deleted')
}
