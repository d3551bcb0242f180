import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { linkPath, peekLink } from '@/lib/server/services/one-time-link'
import { makeRecoveryLink } from '@/lib/server/services/recovery-link'

/** Makes a link that signs another device in; an earlier one closes. The page puts its own address before the path. */
export const POST = handle(async (request) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const { token, expiresAt } = await makeRecoveryLink(database(), account.id, now)
  return json({ path: linkPath('recovery', token), expiresAt: expiresAt.getTime() }, { status: 201 })
})

/** Whether `?token=` would still open, without using it up. */
export const GET = handle(async (request) => {
  const token = new URL(request.url).searchParams.get('token') ?? ''
  return json({ valid: (await peekLink(database(), 'recovery', token, new Date())) !== null })
})
