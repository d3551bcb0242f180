import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import type { UserId } from '@/lib/core/id'
import type { Database, Transaction } from '../db/client'

export type LinkPurpose = 'owner' | 'reset' | 'recovery'

/** Where each link leads; the token is the last part of the address. */
export const linkPath = (purpose: LinkPurpose, token: string): string =>
  `/${purpose === 'recovery' ? 'recover' : purpose}/${token}`

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url')

export interface NewLink {
  readonly purpose: LinkPurpose
  /** Null for an owner who has no account yet. */
  readonly userId: UserId | null
  readonly email: string | null
  readonly lifeMs: number
}

/** Makes a link and returns its token, the only copy. Earlier unopened ones for the same purpose and person close. */
export const makeLink = async (tx: Transaction, link: NewLink, now: Date): Promise<string> => {
  const { purpose, userId, email, lifeMs } = link
  await tx.oneTimeLink.updateMany({ where: { purpose, userId, email, usedAt: null }, data: { usedAt: now } })
  const token = randomBytes(24).toString('base64url')
  await tx.oneTimeLink.create({
    data: {
      tokenHash: hash(token),
      purpose,
      userId,
      email,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifeMs),
    },
  })
  return token
}

/** Closes a person's unopened links for a purpose. */
export const closeLinks = async (tx: Transaction, purpose: LinkPurpose, userId: UserId, now: Date): Promise<void> => {
  await tx.oneTimeLink.updateMany({ where: { purpose, userId, usedAt: null }, data: { usedAt: now } })
}

export interface OpenedLink {
  readonly userId: string | null
  readonly email: string | null
}

/** Uses a link up; null when it is unknown, opened already, replaced or too old. Of two at once, one succeeds. */
export const openLink = async (
  tx: Transaction,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<OpenedLink | null> => {
  const tokenHash = hash(token)
  const { count } = await tx.oneTimeLink.updateMany({
    where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1 ? tx.oneTimeLink.findUnique({ where: { tokenHash }, select: { userId: true, email: true } }) : null
}

/** What a link would do, without using it up. */
export const peekLink = async (
  db: Database,
  purpose: LinkPurpose,
  token: string,
  now: Date,
): Promise<OpenedLink | null> =>
  db.oneTimeLink.findFirst({
    where: { tokenHash: hash(token), purpose, usedAt: null, expiresAt: { gt: now } },
    select: { userId: true, email: true },
  })
