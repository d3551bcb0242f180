import { currentAccount } from '@/lib/server/auth/session'
import { addressOf } from '@/lib/server/auth/visitor'
import { database } from '@/lib/server/db/client'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { orRefuse, refusal } from '@/lib/server/refusals'
import { withinLimit } from '@/lib/server/services/limit'
import { signUpGuest, signUpNew } from '@/lib/server/services/sign-up'

/** Makes an account; a guest keeps everything. Afterwards the page signs in with the same e-mail and password. */
export const POST = handle(async (request) => {
  const now = new Date()
  const form = await readForm(request, ['email', 'password', 'name', 'code'])
  const account = await currentAccount(request.headers, now)
  const limit = { key: `sign-up:${addressOf(request.headers)}`, most: 300, windowMs: 3_600_000 }
  if (!(await withinLimit(database(), limit, now))) throw refusal('too-many')
  if (account?.kind === 'member') throw refusal('member-already')
  orRefuse(account ? await signUpGuest(database(), account.id, form, now) : await signUpNew(database(), form, now))
  return json({ ok: true }, { status: 201 })
})
