import { currentAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { oauth, smtp } from '@/lib/server/env'
import { handle, json } from '@/lib/server/http'
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
