import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import { guestIdleDays } from './expire'

/** Who somebody is to this server. */
export type Account = {
  readonly id: UserId
  readonly name: string
  readonly role: 'owner' | 'instructor' | 'learner'
} & (
  | { readonly kind: 'member'; readonly email: string }
  /** ms since 1970 when the guest and its reviews are removed, should nobody come back. */
  | { readonly kind: 'guest'; readonly expiresAt: number }
)

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/**
 * The account a session speaks for; null when it is gone or the session has been ended. Remembers the visit, to the hour:
 * writing it on every request would make every reader a writer.
 */
export const readAccount = async (
  db: Database,
  userId: UserId,
  sessionVersion: number,
  now: Date,
): Promise<Account | null> => {
  const user = await db.user.findUnique({ where: { id: userId } })
  if (!user || user.sessionVersion !== sessionVersion) return null
  if (now.getTime() - user.lastSeenAt.getTime() > hourMs) {
    await withRetry(() => db.user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } }))
  }
  const who = { id: asId<UserId>(user.id), name: user.name, role: user.role }
  return user.kind === 'guest'
    ? { ...who, kind: 'guest', expiresAt: now.getTime() + guestIdleDays * dayMs }
    : { ...who, kind: 'member', email: user.email ?? '' }
}
