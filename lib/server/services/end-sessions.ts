import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

/** Signs the person out everywhere: every session made so far carries an older version. */
export const endSessions = async (db: Database, userId: UserId): Promise<void> => {
  await withRetry(() => db.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } }))
}
