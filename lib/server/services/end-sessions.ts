import 'server-only'
import type { UserId } from '@/lib/core/id'
import { type Database, inTransaction, type Transaction } from '../db/client'
import { closeLinks } from './one-time-link'

/**
 * Makes every session so far one of an older version, and closes the links that would make another: whoever made one on a
 * device that is now signed out must not come back by it.
 */
export const endEverySession = async (tx: Transaction, userId: UserId, now: Date): Promise<void> => {
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } })
  await closeLinks(tx, 'recovery', userId, now)
}

/** Signs the person out everywhere. */
export const endSessions = (db: Database, userId: UserId, now: Date): Promise<void> =>
  inTransaction(db, (tx) => endEverySession(tx, userId, now))
