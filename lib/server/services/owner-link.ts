import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction, type Transaction } from '../db/client'
import { type CredentialsFault, normalEmail, readEmail, readPassword } from './credentials'
import { endEverySession } from './end-sessions'
import { newUserId } from './new-id'
import { makeLink, type OpenedLink, openLink, peekLink } from './one-time-link'

const lifeMs = 7 * 24 * 3_600_000

/** The first start's link: whoever opens it owns this server. Null when there has been one, or an owner. */
export const makeFirstOwnerLink = (db: Database, now: Date): Promise<string | null> =>
  inTransaction(db, async (tx) => {
    const links = await tx.oneTimeLink.count({ where: { purpose: 'owner' } })
    const owners = await tx.user.count({ where: { role: 'owner' } })
    return links + owners > 0 ? null : makeLink(tx, { purpose: 'owner', userId: null, email: null, lifeMs }, now)
  })

/** A link that makes the person with this address an owner, with an account or without one yet. */
export const makeOwnerLink = async (
  db: Database,
  email: string,
  now: Date,
): Promise<Result<string, CredentialsFault>> => {
  const read = readEmail(email)
  if (!read.ok) return read
  return ok(
    await inTransaction(db, (tx) =>
      makeLink(tx, { purpose: 'owner', userId: null, email: normalEmail(email), lifeMs }, now),
    ),
  )
}

export interface OwnerForm {
  readonly token: string
  readonly email: string
  readonly password: string
  readonly name: string
}

const settle = async (tx: Transaction, email: string, passwordHash: string, name: string, now: Date): Promise<void> => {
  const own = { role: 'owner', kind: 'member', passwordHash, ...(name === '' ? {} : { name }) } as const
  const { id } = await tx.user.upsert({
    where: { email },
    create: { ...own, id: newUserId(now), email, createdAt: now, lastSeenAt: now },
    update: own,
    select: { id: true },
  })
  await endEverySession(tx, asId<UserId>(id), now)
}

/** Why a link makes nobody with this address an owner; null where it does. */
const refusalOf = (link: OpenedLink | null, email: string): 'link' | 'other-email' | null => {
  if (link === null) return 'link'
  return link.email === null || link.email === email ? null : 'other-email'
}

/** Opens an owner link: makes the account, or promotes the one with that address, and sets its password. */
export const becomeOwner = async (
  db: Database,
  form: OwnerForm,
  now: Date,
): Promise<Result<{ readonly email: string }, CredentialsFault | 'link' | 'other-email'>> => {
  const email = readEmail(form.email)
  if (!email.ok) return email
  // Anybody may send a link that opens nothing, and a hash costs memory and time.
  const refused = refusalOf(await peekLink(db, 'owner', form.token, now), email.value)
  if (refused !== null) return refuse(refused)
  const passwordHash = await readPassword(form.password)
  if (!passwordHash.ok) return passwordHash
  return inTransaction(db, async (tx) => {
    // Whom a link is for never changes, so what was seen of it holds; only that it is still unopened is seen now.
    if ((await openLink(tx, 'owner', form.token, now)) === null) return refuse('link')
    await settle(tx, email.value, passwordHash.value, form.name.trim().slice(0, 100), now)
    return ok({ email: email.value })
  })
}
