import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction, type Transaction } from '../db/client'
import { isTaken } from '../db/retry'
import { readEmail } from './credentials'
import { newUserId } from './new-id'
import { closeLinks } from './one-time-link'
import { maySignUp, readSignUpMode } from './sign-up-mode'

/** What another service says of the account it has signed in. */
export interface ElsewhereAccount {
  readonly provider: string
  readonly accountId: string
  readonly email: string | null
  readonly name: string
}

const newPerson = async (
  tx: Transaction,
  guestId: UserId | null,
  elsewhere: ElsewhereAccount,
  email: string,
  now: Date,
): Promise<UserId> => {
  const known = { kind: 'member', email, name: elsewhere.name.trim().slice(0, 100) } as const
  if (guestId !== null) {
    const { count } = await tx.user.updateMany({ where: { id: guestId, kind: 'guest' }, data: known })
    if (count === 1) {
      // A class's staff may hold a link that signs the guest in, and the account is no longer theirs to hand out.
      await closeLinks(tx, 'recovery', guestId, now)
      return guestId
    }
  }
  const id = newUserId(now)
  await tx.user.create({ data: { ...known, id, createdAt: now, lastSeenAt: now } })
  return id
}

/**
 * The person behind an account at another service; on the first time a new one, or the guest who is signing in. An address
 * that has an account here is refused: whoever controls it elsewhere need not be the same person.
 */
export const signInElsewhere = async (
  db: Database,
  guestId: UserId | null,
  elsewhere: ElsewhereAccount,
  now: Date,
): Promise<Result<UserId, 'closed' | 'taken' | 'bad-email'>> => {
  const { provider, accountId } = elsewhere
  const mode = await readSignUpMode(db)
  const find = () =>
    inTransaction(db, async (tx): Promise<Result<UserId, 'closed' | 'taken' | 'bad-email'>> => {
      const email = readEmail(elsewhere.email ?? '')
      // Looked for before the account is: whoever was made meanwhile is then found by the account, and is not in their own way.
      const holder = email.ok ? await tx.user.findUnique({ where: { email: email.value }, select: { id: true } }) : null
      const known = await tx.identity.findUnique({ where: { provider_accountId: { provider, accountId } } })
      if (known) return ok(asId<UserId>(known.userId))
      if (!maySignUp(mode, '')) return refuse('closed')
      if (!email.ok) return refuse('bad-email')
      if (holder) return refuse('taken')
      const userId = await newPerson(tx, guestId, elsewhere, email.value, now)
      await tx.identity.create({ data: { provider, accountId, userId, createdAt: now } })
      return ok(userId)
    })
  // Somebody who comes back twice at once: the second finds the person whom the first has made.
  return find().catch((error: unknown) => (isTaken(error) ? find() : Promise.reject(error)))
}
