import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { readSignUpMode, type SignUpMode, setSignUpMode } from '@/lib/server/services/sign-up-mode'
import type { Command } from './command'

const wanted = (mode: string | undefined, code: string | undefined): SignUpMode | null => {
  if (mode === 'open' || mode === 'closed') return { mode }
  return mode === 'code' && code?.trim() ? { mode, code: code.trim() } : null
}

/** Says, or sets, who may make an account. May run beside the server, and holds at once. */
export const signUp: Command = {
  usage: 'sign-up [open | closed | code CODE]',
  run: async ([mode, code]) => {
    const setting = wanted(mode, code)
    if (mode !== undefined && setting === null) {
      console.error('Sign-up is one of: open, closed, or code followed by the code people must enter.')
      return 2
    }
    await migrate(databasePlace())
    if (setting) await setSignUpMode(database(), setting)
    const now = await readSignUpMode(database())
    await database().$disconnect()
    console.log(now.mode === 'code' ? `Sign-up needs the code ${now.code}` : `Sign-up is ${now.mode}`)
    return 0
  },
}
