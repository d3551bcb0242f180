import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { servedAddress } from '@/lib/server/served-address'
import { linkPath } from '@/lib/server/services/one-time-link'
import { makeOwnerLink } from '@/lib/server/services/owner-link'
import type { Command } from './command'

/** Prints a link that makes somebody the owner of this server. May run beside it. */
export const owner: Command = {
  usage: 'owner EMAIL: prints a link that makes this account the owner',
  run: async ([email = '']) => {
    await migrate(databasePlace())
    const link = await makeOwnerLink(database(), email, new Date())
    await database().$disconnect()
    if (!link.ok) {
      console.error(
        `"${email}" is not an e-mail address. Call it as: npm run --silent gradeck -- owner name@example.org`,
      )
      return 2
    }
    console.log(`${servedAddress()}${linkPath('owner', link.value)}`)
    console.error(`Opens once within a week, for ${email}. Earlier links for this address no longer open.`)
    return 0
  },
}
