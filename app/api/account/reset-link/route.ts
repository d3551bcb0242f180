import { after } from 'next/server'
import { addressOf } from '@/lib/server/auth/visitor'
import { database } from '@/lib/server/db/client'
import { linkBase, smtp } from '@/lib/server/env'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { sendMail } from '@/lib/server/mail'
import { refusal } from '@/lib/server/refusals'
import { normalEmail } from '@/lib/server/services/credentials'
import { withinLimit } from '@/lib/server/services/limit'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeResetLink } from '@/lib/server/services/reset-password'

const mailLink = async (email: string, now: Date): Promise<void> => {
  const link = await makeResetLink(database(), email, now)
  if (!link.ok) return
  const text = `Set a new password here (within a day):\n${linkBase()}${linkPath('reset', link.value)}\n\n在此设置新密码（一天内有效）。\n`
  await sendMail({ to: normalEmail(email), subject: 'Gradeck: new password · 重设密码', text })
}

/**
 * Mails a link to set a new password. Answers alike, and as fast, whether the address is known or not: what is done for a
 * known one is done after the answer.
 */
export const POST = handle(async (request) => {
  const now = new Date()
  const { email } = await readForm(request, ['email'])
  const windowMs = 3_600_000
  for (const limit of [
    { key: `reset:${addressOf(request.headers)}`, most: 20, windowMs },
    { key: `reset-for:${normalEmail(email).slice(0, 254)}`, most: 5, windowMs },
  ]) {
    if (!(await withinLimit(database(), limit, now))) throw refusal('too-many')
  }
  // A new link closes the earlier ones: without mail it would only spoil the one the owner has handed out.
  if (smtp() !== null) after(() => mailLink(email, now))
  return json({ ok: true })
})
