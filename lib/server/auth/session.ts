import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { asId, type UserId } from '@/lib/core/id'
import { database } from '../db/client'
import { refusal } from '../refusals'
import { sessionSecret } from '../secret'
import { type Account, readAccount } from '../services/read-account'
import type { Reader } from '../services/visible-decks'

/** As long as an idle guest is kept: whoever comes back in time is still signed in. */
export const sessionSeconds = 180 * 24 * 3600
const renewAfterSeconds = 24 * 3600

const cookieNames = ['__Secure-next-auth.session-token', 'next-auth.session-token'] as const

interface Session {
  readonly cookie: (typeof cookieNames)[number]
  readonly userId: UserId
  readonly version: number
  /** When it was made, s since 1970. */
  readonly madeAt: number
}

const cookieOf = (headers: Headers): { readonly name: (typeof cookieNames)[number]; readonly value: string } | null => {
  const pairs = (headers.get('cookie') ?? '').split(/;\s*/)
  for (const name of cookieNames) {
    const pair = pairs.find((one) => one.startsWith(`${name}=`))
    if (pair) return { name, value: pair.slice(name.length + 1) }
  }
  return null
}

/** Sessions by the cookie that was read, with the instant it ends, s since 1970; a device sends the same one all day. */
const deciphered = new Map<string, { readonly session: Session; readonly ends: number }>()
const mostDeciphered = 2_000

const remember = (cookie: string, session: Session, ends: number): Session => {
  const [oldest] = deciphered.keys()
  if (deciphered.size >= mostDeciphered && oldest !== undefined) deciphered.delete(oldest)
  deciphered.set(cookie, { session, ends })
  return session
}

const openSession = async (headers: Headers): Promise<Session | null> => {
  const cookie = cookieOf(headers)
  if (!cookie) return null
  const known = deciphered.get(`${cookie.name}=${cookie.value}`)
  if (known && known.ends > Date.now() / 1000) return known.session
  try {
    const token = await decode({ token: cookie.value, secret: sessionSecret() })
    if (typeof token?.userId !== 'string' || typeof token.sessionVersion !== 'number') return null
    const madeAt = typeof token.iat === 'number' ? token.iat : 0
    const session = { cookie: cookie.name, userId: asId<UserId>(token.userId), version: token.sessionVersion, madeAt }
    return typeof token.exp === 'number' ? remember(`${cookie.name}=${cookie.value}`, session, token.exp) : session
  } catch {
    // Forged, too old, or signed with an earlier secret: nobody is signed in.
    return null
  }
}

const opened = new WeakMap<Headers, Promise<Session | null>>()

/** The session of a request, deciphered once however often it is asked for: it costs about a millisecond. */
const readSession = (headers: Headers): Promise<Session | null> => {
  const known = opened.get(headers)
  if (known) return known
  const session = openSession(headers)
  opened.set(headers, session)
  return session
}

/** Whoever the request's cookie speaks for, checked against the database; null when signed out. */
export const currentAccount = async (headers: Headers, now: Date): Promise<Account | null> => {
  const session = await readSession(headers)
  return session && readAccount(database(), session.userId, session.version, now)
}

/** Who reads, for everything that only some may see. */
export const currentReader = async (headers: Headers, now: Date): Promise<Reader> =>
  (await currentAccount(headers, now))?.id ?? null

export const requireAccount = async (headers: Headers, now: Date): Promise<Account> => {
  const account = await currentAccount(headers, now)
  if (!account) throw refusal('signed-out')
  return account
}

/** A `set-cookie` that keeps somebody who comes often signed in for ever; null when today's cookie will do. */
export const renewal = async (headers: Headers, now: Date): Promise<string | null> => {
  const session = await readSession(headers)
  if (!session || now.getTime() / 1000 - session.madeAt < renewAfterSeconds) return null
  const token = await encode({
    token: { userId: session.userId, sessionVersion: session.version },
    secret: sessionSecret(),
    maxAge: sessionSeconds,
  })
  const secure = session.cookie.startsWith('__Secure-') ? '; Secure' : ''
  return `${session.cookie}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${sessionSeconds}${secure}`
}
