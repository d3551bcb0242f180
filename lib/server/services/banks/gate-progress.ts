import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../../db/client'
import { checkProgress } from '../../gate/check-files'
import type { Author } from './bank'

/** How far the check of one's own bank is, where this process runs it; null when none runs here. */
export const readGateProgress = async (
  db: Database,
  { id: userId }: Author,
  id: string,
): Promise<Result<{ readonly name: string; readonly done: number; readonly of: number } | null, 'not-found'>> => {
  if ((await db.bank.count({ where: { id, userId } })) === 0) return refuse('not-found')
  const progress = checkProgress(id)
  return ok(progress === 'waiting' ? { name: '', done: 0, of: 0 } : progress)
}
