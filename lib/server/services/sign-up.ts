import 'server-only'
import type { UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { type Database, inTransaction } from '../db/client'
import { isTaken } from '../db/retry'
import { type CredentialsFault, readEmail, readPassword } from './credentials'
import { newUserId } from './new-id'
import { closeLinks } from './one-time-link'
import { maySignUp, readSignUpMode } from './sign-up-mode'

export interface SignUpForm {
  readonly email: string
  readonly password: string
  readonly name: string
  /** Needed where sign-up asks for a code; empty otherwise. */
  readonly code: string
}

export type SignUpRefusal = CredentialsFault | 'closed' | 'wrong-code' | 'taken' | 'member-already'

interface Checked {
  readonly email: string
  readonly passwordHash: string
  readonly name: string
}

const check = async (db: Database, form: SignUpForm): Promise<Result<Checked, SignUpRefusal>> => {
  const mode = await readSignUpMode(db)
  if (!maySignUp(mode, form.code)) return refuse(mode.mode === 'closed' ? 'closed' : 'wrong-code')
  const email = readEmail(form.email)
  if (!email.ok) return email
  const passwordHash = await readPassword(form.password)
  if (!passwordHash.ok) return passwordHash
  return ok({ email: email.value, passwordHash: passwordHash.value, name: form.name.trim().slice(0, 100) })
}

/** Two forms with one address at the same moment: the database lets one through. */
const orTaken = (error: unknown): Result<never, 'taken'> => {
  if (isTaken(error)) return refuse('taken')
  throw error
}

/** Makes an account for somebody this server has not met. */
export const signUpNew = async (db: Database, form: SignUpForm, now: Date): Promise<Result<UserId, SignUpRefusal>> => {
  const checked = await check(db, form)
  if (!checked.ok) return checked
  const id = newUserId(now)
  return inTransaction(db, async (tx): Promise<Result<UserId, SignUpRefusal>> => {
    if (await tx.user.findUnique({ where: { email: checked.value.email } })) return refuse('taken')
    await tx.user.create({ data: { ...checked.value, id, kind: 'member', createdAt: now, lastSeenAt: now } })
    return ok(id)
  }).catch(orTaken)
}

/**
 * A guest becomes a member: the same row, so every review, card state and device stays where it is. Links that signed the
 * guest in close: a class's staff may hold one, and the account is no longer theirs to hand out.
 */
export const signUpGuest = async (
  db: Database,
  userId: UserId,
  form: SignUpForm,
  now: Date,
): Promise<Result<UserId, SignUpRefusal>> => {
  const checked = await check(db, form)
  if (!checked.ok) return checked
  return inTransaction(db, async (tx): Promise<Result<UserId, SignUpRefusal>> => {
    if (await tx.user.findUnique({ where: { email: checked.value.email } })) return refuse('taken')
    const { count } = await tx.user.updateMany({
      where: { id: userId, kind: 'guest' },
      data: { ...checked.value, kind: 'member' },
    })
    if (count === 0) return refuse('member-already')
    await closeLinks(tx, 'recovery', userId, now)
    return ok(userId)
  }).catch(orTaken)
}
