import { requireAccount } from '@/lib/server/auth/session'
import { invitationLetter } from '@/lib/server/bank-letter'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { sendMail } from '@/lib/server/mail'
import { orRefuse } from '@/lib/server/refusals'
import { listPeople } from '@/lib/server/services/banks/bank-people'
import { inviteToBank, withdrawBankInvitations } from '@/lib/server/services/banks/invite-to-bank'
import { decodeBankInvitation } from '@/lib/sync/bank-desk'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

/** Who works on a bank or reads its draft. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json(orRefuse(await listPeople(database(), account, (await params).bank, now)))
})

/**
 * Makes a link that lets one person in: `{ "role", "email" }`. With an address it opens for that account alone, and is sent where
 * this server has mail.
 */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeBankInvitation(await readJson(request, 4096))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { token, title } = orRefuse(await inviteToBank(database(), account, (await params).bank, read.value, now))
  const path = `/teach/invited/${token}`
  const to = read.value.email.trim()
  // The link is shown all the same, so a letter that does not leave costs nothing.
  const sent = to !== '' && (await sendMail(invitationLetter(to, { title, path })).catch(() => false))
  return json({ path, sent }, { status: 201 })
})

/** Withdraws every invitation that waits. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ withdrawn: orRefuse(await withdrawBankInvitations(database(), account, (await params).bank, now)) })
})
