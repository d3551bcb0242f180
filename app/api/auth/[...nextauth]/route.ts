import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth/options'
import { currentAccount } from '@/lib/server/auth/session'
import { addressOf, requireKnownHost } from '@/lib/server/auth/visitor'
import { handle } from '@/lib/server/http'

interface Context {
  readonly params: Promise<{ readonly nextauth: string[] }>
}

const answer = handle<Context, NextRequest>(async (request, context) => {
  const { headers } = request
  requireKnownHost(headers)
  const visitor = { account: await currentAccount(headers, new Date()), address: addressOf(headers) }
  const response: Response = await NextAuth(request, context, authOptions(visitor))
  return response
})

export { answer as GET, answer as POST }
