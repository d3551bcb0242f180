import 'server-only'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

export interface Limit {
  /** What is limited and for whom, e.g. `guest:203.0.113.7`. */
  readonly key: string
  readonly most: number
  readonly windowMs: number
}

/** How often each of these was counted in the window that runs; nothing is counted by asking. */
export const countedSoFar = async (
  db: Database,
  keys: readonly string[],
  windowMs: number,
  now: Date,
): Promise<(key: string) => number> => {
  const window = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const rows = await db.rateLimit.findMany({ where: { key: { in: [...keys] }, window } })
  const counts = new Map(rows.map(({ key, count }) => [key, count]))
  return (key) => counts.get(key) ?? 0
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
