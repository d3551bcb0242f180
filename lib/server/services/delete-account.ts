import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { normalEmail } from './credentials'

/** Removes an account with every review, state, device and link of it. Returns how many reviews went. */
export const deleteAccount = async (db: Database, email: string): Promise<Result<number, 'unknown'>> => {
  const user = await db.user.findUnique({ where: { email: normalEmail(email) }, select: { id: true } })
  if (!user) return refuse('unknown')
  const reviews = await db.reviewEvent.count({ where: { userId: user.id } })
  await withRetry(() => db.user.delete({ where: { id: user.id } }))
  return ok(reviews)
}
