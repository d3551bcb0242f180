import 'server-only'
import { asId, type UserId } from '@/lib/core/id'
import { ok, type Result, refuse } from '@/lib/core/result'
import { checkPassword } from '../auth/password'
import type { Database } from '../db/client'
import { normalEmail } from './credentials'
import { withinLimit } from './limit'

const windowMs = 15 * 60_000
/** Slows guessing at one account without letting strangers lock its owner out for long. */
const triesAnAccount = 10
const triesAnAddress = 300

export interface SignInForm {
  readonly email: string
  readonly password: string
  /** Network address the try comes from. */
  readonly address: string
}

/** Checks an e-mail address and a password. */
export const signIn = async (
  db: Database,
  form: SignInForm,
  now: Date,
): Promise<Result<UserId, 'wrong' | 'too-many'>> => {
  const email = normalEmail(form.email).slice(0, 254)
  const allowed =
    (await withinLimit(db, { key: `sign-in-from:${form.address}`, most: triesAnAddress, windowMs }, now)) &&
    (await withinLimit(db, { key: `sign-in:${email}:${form.address}`, most: triesAnAccount, windowMs }, now))
  if (!allowed) return refuse('too-many')
  const user = await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
  const right = await checkPassword(form.password.slice(0, 200), user?.passwordHash ?? null)
  return user && right ? ok(asId<UserId>(user.id)) : refuse('wrong')
}
