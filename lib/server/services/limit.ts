import 'server-only'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

export interface Limit {
  /** What is limited and for whom, e.g. `guest:203.0.113.7`. */
  readonly key: string
  readonly most: number
  readonly windowMs: number
}

/** Counts one try and says whether it is still within the limit. Kept in the database, so a restart forgives nothing. */
export const withinLimit = async (db: Database, { key, most, windowMs }: Limit, now: Date): Promise<boolean> => {
  const window = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const { count } = await withRetry(() =>
    db.rateLimit.upsert({
      where: { key_window: { key, window } },
      create: { key, window, count: 1, expiresAt: new Date(window.getTime() + windowMs) },
      update: { count: { increment: 1 } },
    }),
  )
  return count <= most
}
