import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { servedAddress } from '@/lib/server/served-address'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeResetLink } from '@/lib/server/services/reset-password'
import type { Command } from './command'

/** Prints a link that sets somebody's new password. May run beside the server. */
export const resetPassword: Command = {
  usage: 'reset-password EMAIL',
  run: async ([email = '']) => {
    await migrate(databasePlace())
    const link = await makeResetLink(database(), email, new Date())
    await database().$disconnect()
    if (!link.ok) {
      console.error(`No account has the address "${email}". Its owner may have signed up with another one.`)
      return 1
    }
    console.log(`${servedAddress()}${linkPath('reset', link.value)}`)
    console.error('Opens once within a day. Earlier links for this account no longer open.')
    return 0
  },
}
