import { addressOf } from '@/lib/server/auth/visitor'
import { database } from '@/lib/server/db/client'
import { linkBase } from '@/lib/server/env'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { sendMail } from '@/lib/server/mail'
import { refusal } from '@/lib/server/refusals'
import { withinLimit } from '@/lib/server/services/limit'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeResetLink } from '@/lib/server/services/reset-password'

/** Mails a link to set a new password. Answers alike whether the address is known or not. */
export const POST = handle(async (request) => {
  const now = new Date()
  const { email } = await readForm(request, ['email'])
  const limit = { key: `reset:${addressOf(request.headers)}`, most: 20, windowMs: 3_600_000 }
  if (!(await withinLimit(database(), limit, now))) throw refusal('too-many')
  const link = await makeResetLink(database(), email, now)
  if (link.ok) {
    const text = `Set a new password here (within a day):\n${linkBase()}${linkPath('reset', link.value)}\n\n在此设置新密码（一天内有效）。\n`
    await sendMail({ to: email, subject: 'Gradeck: new password · 重设密码', text })
  }
  return json({ ok: true })
})
