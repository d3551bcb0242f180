import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../db/client'
import { makeLink, openLink } from './one-time-link'

const lifeMs = 30 * 60_000

/** A link or QR code that signs another device in as the same person, guest or member. */
export const makeRecoveryLink = async (
  db: Database,
  userId: UserId,
  now: Date,
): Promise<{ readonly token: string; readonly expiresAt: Date }> => {
  const token = await inTransaction(db, (tx) => makeLink(tx, { purpose: 'recovery', userId, email: null, lifeMs }, now))
  return { token, expiresAt: new Date(now.getTime() + lifeMs) }
}

export const openRecoveryLink = (db: Database, token: string, now: Date): Promise<Result<UserId, 'link'>> =>
  inTransaction(db, async (tx) => {
    const link = await openLink(tx, 'recovery', token, now)
    return link?.userId ? ok(asId<UserId>(link.userId)) : refuse('link')
  })
