import 'server-only'
import type { NextAuthOptions, User } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import GithubProvider from 'next-auth/providers/github'
import GoogleProvider from 'next-auth/providers/google'
import type { UserId } from '@/lib/core/id'
import { database } from '../db/client'
import { oauth, publicUrl } from '../env'
import { sessionSecret } from '../secret'
import { mergeGuest } from '../services/merge-guest'
import type { Account } from '../services/read-account'
import { openRecoveryLink } from '../services/recovery-link'
import { signIn } from '../services/sign-in'
import { signInElsewhere } from '../services/sign-in-elsewhere'
import { startGuest } from '../services/start-guest'
import { sessionSeconds } from './session'

/** Who is asking: the session the browser has now, and where the request comes from. */
export interface Visitor {
  readonly account: Account | null
  readonly address: string
}

const guestIdOf = ({ account }: Visitor): UserId | null => (account?.kind === 'guest' ? account.id : null)

/** What a guest has reviewed in this browser comes along into the account it signs in to. */
const bringGuest = async (visitor: Visitor, userId: UserId): Promise<User> => {
  const guestId = guestIdOf(visitor)
  if (guestId !== null && guestId !== userId) await mergeGuest(database(), guestId, userId, new Date())
  return { id: userId }
}

const providers = (visitor: Visitor): NextAuthOptions['providers'] => {
  const github = oauth('GITHUB')
  const google = oauth('GOOGLE')
  return [
    CredentialsProvider({
      id: 'guest',
      name: 'Guest',
      credentials: {},
      authorize: async () => {
        // A second tap, or a page that has not noticed yet, must not make a second person.
        if (visitor.account) return { id: visitor.account.id }
        const guest = await startGuest(database(), visitor.address, new Date())
        if (!guest.ok) throw new Error(guest.error)
        return { id: guest.value }
      },
    }),
    CredentialsProvider({
      id: 'password',
      name: 'Password',
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (form) => {
        const { email = '', password = '' } = form ?? {}
        const signedIn = await signIn(database(), { email, password, address: visitor.address }, new Date())
        if (!signedIn.ok) throw new Error(signedIn.error)
        return bringGuest(visitor, signedIn.value)
      },
    }),
    CredentialsProvider({
      id: 'recovery',
      name: 'Recovery link',
      credentials: { token: { type: 'text' } },
      authorize: async (form) => {
        const opened = await openRecoveryLink(database(), form?.token ?? '', new Date())
        if (!opened.ok) throw new Error(opened.error)
        return bringGuest(visitor, opened.value)
      },
    }),
    ...(github ? [GithubProvider(github)] : []),
    ...(google ? [GoogleProvider(google)] : []),
  ]
}

/**
 * next-auth for one request. Sessions are signed tokens that name a person and a session version; no adapter, since one
 * would switch to database sessions, under which signing in by password fails.
 */
export const authOptions = (visitor: Visitor): NextAuthOptions => {
  const own = publicUrl()
  if (own) process.env.NEXTAUTH_URL = own.origin
  else process.env.AUTH_TRUST_HOST = 'true'
  return {
    secret: sessionSecret(),
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/settings' },
    providers: providers(visitor),
    callbacks: {
      signIn: async ({ user, account, profile }) => {
        if (account?.type !== 'oauth') return true
        const found = await signInElsewhere(
          database(),
          guestIdOf(visitor),
          {
            provider: account.provider,
            accountId: account.providerAccountId,
            email: user.email ?? null,
            name: user.name ?? profile?.name ?? '',
          },
          new Date(),
        )
        if (!found.ok) return `/sign-in?error=${found.error}`
        await bringGuest(visitor, found.value)
        user.id = found.value
        return true
      },
      jwt: async ({ token, user }) => {
        // Present only while signing in. Nothing else of the other service's account is kept in the cookie.
        if (!user) return token
        const person = await database().user.findUniqueOrThrow({
          where: { id: user.id },
          select: { sessionVersion: true },
        })
        return { userId: user.id, sessionVersion: person.sessionVersion }
      },
      // Pages ask /api/account who somebody is; the token tells nothing but its own end.
      session: async ({ session }) => ({ expires: session.expires }),
    },
  }
}
