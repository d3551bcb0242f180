import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { withinLimit } from './limit'
import { newUserId } from './new-id'

/** A class behind one address starts within minutes; a script should not fill the database. */
const guestsAnHour = 300

/** Makes a person nobody has to name: no form, kept by the device's cookie. */
export const startGuest = async (db: Database, address: string, now: Date): Promise<Result<UserId, 'too-many'>> => {
  const allowed = await withinLimit(db, { key: `guest:${address}`, most: guestsAnHour, windowMs: 3_600_000 }, now)
  if (!allowed) return refuse('too-many')
  const id = newUserId(now)
  await withRetry(() => db.user.create({ data: { id, kind: 'guest', createdAt: now, lastSeenAt: now } }))
  return ok(id)
}
