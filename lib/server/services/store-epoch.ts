import 'server-only'
import { randomBytes } from 'node:crypto'
import type { UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

/** Names this database; made with it, and anew by a restore. */
const storeEpoch = async (db: Database): Promise<string> => {
  const known = await db.store.findUnique({ where: { id: 1 } })
  if (known) return known.epoch
  const made = await withRetry(() =>
    db.store.upsert({ where: { id: 1 }, create: { id: 1, epoch: randomBytes(9).toString('base64url') }, update: {} }),
  )
  return made.epoch
}

/** What a device's cursor belongs to: this database and this person. */
export const epochOf = async (db: Database, userId: UserId): Promise<string> => `${await storeEpoch(db)}.${userId}`
