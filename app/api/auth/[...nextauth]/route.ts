import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/server/auth/options'
import { currentAccount } from '@/lib/server/auth/session'
import { addressOf, requireKnownHost } from '@/lib/server/auth/visitor'
import { readWebForm } from '@/lib/server/form'
import { handle } from '@/lib/server/http'

interface Context {
  readonly params: Promise<{ readonly nextauth: string[] }>
}

const answer = handle<Context, NextRequest>(async (request, context) => {
  const { headers, method, url } = request
  requireKnownHost(headers)
  const readable =
    method === 'POST' ? new NextRequest(url, { method, headers, body: await readWebForm(request) }) : request
  const visitor = { account: await currentAccount(headers, new Date()), address: addressOf(headers) }
  const response: Response = await NextAuth(readable, context, authOptions(visitor))
  return response
})

export { answer as GET, answer as POST }
