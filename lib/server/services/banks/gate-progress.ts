import 'server-only'
import { ok, type Result } from '@/lib/core/result'
import type { Database } from '../../db/client'
import { checkProgress } from '../../gate/check-files'
import { bankAccess } from './access'
import type { Author } from './bank'

/** How far the check of a bank is, where this process runs it; null when none runs here. */
export const readGateProgress = async (
  db: Database,
  author: Author,
  id: string,
): Promise<
  Result<{ readonly name: string; readonly done: number; readonly of: number } | null, 'not-found' | 'bank-role'>
> => {
  const access = await bankAccess(db, author, id, 'viewer')
  if (!access.ok) return access
  const progress = checkProgress(id)
  return ok(progress === 'waiting' ? { name: '', done: 0, of: 0 } : progress)
}
