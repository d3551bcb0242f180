import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { deleteAccount as remove } from '@/lib/server/services/delete-account'
import type { Command } from './command'

/** Removes an account and everything of it. May run beside the server. */
export const deleteAccount: Command = {
  usage: 'delete-account EMAIL',
  run: async ([email = '']) => {
    await migrate(databasePlace())
    const removed = await remove(database(), email, new Date())
    await database().$disconnect()
    if (!removed.ok) {
      console.error(`No account has the address "${email}". Nothing was changed.`)
      return 1
    }
    console.log(`${email} and ${removed.value} reviews are deleted.`)
    return 0
  },
}
