import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../db/client'
import { type CredentialsFault, normalEmail, readPassword } from './credentials'
import { endEverySession } from './end-sessions'
import { makeLink, openLink, peekLink } from './one-time-link'

const lifeMs = 24 * 3_600_000

/** A link that sets a new password, for whoever reads that address's mail. */
export const makeResetLink = (db: Database, email: string, now: Date): Promise<Result<string, 'unknown'>> =>
  inTransaction(db, async (tx) => {
    const user = await tx.user.findUnique({ where: { email: normalEmail(email) }, select: { id: true, email: true } })
    if (!user) return refuse('unknown')
    return ok(await makeLink(tx, { purpose: 'reset', userId: asId<UserId>(user.id), email: user.email, lifeMs }, now))
  })

/** Sets a new password and ends every session: whoever knew the old one is out. */
export const resetPassword = async (
  db: Database,
  token: string,
  password: string,
  now: Date,
): Promise<Result<{ readonly email: string }, CredentialsFault | 'link'>> => {
  // Anybody may send a link that opens nothing, and a hash costs memory and time.
  if ((await peekLink(db, 'reset', token, now)) === null) return refuse('link')
  const passwordHash = await readPassword(password)
  if (!passwordHash.ok) return passwordHash
  return inTransaction(db, async (tx) => {
    const link = await openLink(tx, 'reset', token, now)
    if (!link?.userId) return refuse('link')
    const user = await tx.user.update({
      where: { id: link.userId },
      data: { passwordHash: passwordHash.value },
      select: { email: true },
    })
    await endEverySession(tx, asId<UserId>(link.userId), now)
    return ok({ email: user.email ?? '' })
  })
}
