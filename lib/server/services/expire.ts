import 'server-only'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'

const dayMs = 24 * 3_600_000
/** A guest nobody has seen for this long is removed with all reviews, but for one who learns in a class that runs. */
export const guestIdleDays = 180

/** Removes what time has ended: idle guests, old links, counts of past windows. Returns how many guests went. */
export const expire = async (db: Database, now: Date): Promise<number> => {
  const idle = new Date(now.getTime() - guestIdleDays * dayMs)
  const classes = { none: { student: 'learning', class: { is: { closedAt: null } } } } as const
  const { count } = await withRetry(() =>
    db.user.deleteMany({ where: { kind: 'guest', lastSeenAt: { lt: idle }, classes } }),
  )
  await withRetry(() => db.rateLimit.deleteMany({ where: { expiresAt: { lt: now } } }))
  // The first owner link is remembered for ever: its row says that this is no first start.
  await withRetry(() =>
    db.oneTimeLink.deleteMany({
      where: { purpose: { not: 'owner' }, expiresAt: { lt: new Date(now.getTime() - 30 * dayMs) } },
    }),
  )
  await withRetry(() =>
    db.classInvitation.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 30 * dayMs) } } }),
  )
  await withRetry(() =>
    db.bankInvitation.deleteMany({ where: { expiresAt: { lt: new Date(now.getTime() - 30 * dayMs) } } }),
  )
  return count
}
