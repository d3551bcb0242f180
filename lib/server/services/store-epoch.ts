import 'server-only'
import { randomBytes } from 'node:crypto'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { isTaken, withRetry } from '../db/retry'

export const newEpoch = (): string => randomBytes(9).toString('base64url')

/** Names this database; made with it, and anew by a restore. */
const storeEpoch = async (db: Database): Promise<string> => {
  const known = await db.store.findUnique({ where: { id: 1 } })
  if (known) return known.epoch
  try {
    return (await withRetry(() => db.store.create({ data: { id: 1, epoch: newEpoch() } }))).epoch
  } catch (error) {
    if (!isTaken(error)) throw error
    // Two first exchanges at once: the other one was faster.
    return (await db.store.findUniqueOrThrow({ where: { id: 1 } })).epoch
  }
}

/** What a device's cursor belongs to: this database and this person. */
export const epochOf = async (db: Database, userId: UserId): Promise<string> => `${await storeEpoch(db)}.${userId}`
