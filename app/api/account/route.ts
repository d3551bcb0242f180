import { currentAccount, requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { oauth, smtp } from '@/lib/server/env'
import { readForm } from '@/lib/server/form'
import { handle, json } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { normalEmail } from '@/lib/server/services/credentials'
import { deletePerson } from '@/lib/server/services/delete-account'
import { readSignUpMode } from '@/lib/server/services/sign-up-mode'

/** Who the browser is signed in as, or null, and which ways in this server offers. */
export const GET = handle(async (request) => {
  const { mode } = await readSignUpMode(database())
  return json({
    account: await currentAccount(request.headers, new Date()),
    signUp: mode,
    mail: smtp() !== null,
    providers: (['GITHUB', 'GOOGLE'] as const).filter((name) => oauth(name)).map((name) => name.toLowerCase()),
  })
})

/** Deletes the person who asks, with everything of theirs. A member confirms with the account's e-mail address. */
export const DELETE = handle(async (request) => {
  const { confirm } = await readForm(request, ['confirm'])
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  if (account.kind === 'member' && normalEmail(confirm) !== account.email) throw refusal('not-confirmed')
  return json({ reviews: await deletePerson(database(), account.id, now) })
})
