import { database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { appointments, appoint as give } from '@/lib/server/services/appoint'
import type { Command } from './command'

const refusals = {
  unknown: (email: string) => `No account has the address "${email}". They sign up first; nothing was changed.`,
  owner: (email: string) => `${email} owns this server and stays its owner. Nothing was changed.`,
}

/** Makes a member an instructor, or a learner again. May run beside the server. */
export const appoint: Command = {
  usage: 'appoint EMAIL [instructor | learner]',
  run: async ([email = '', wanted = 'instructor']) => {
    const role = appointments.find((one) => one === wanted)
    if (role === undefined) {
      console.error(`"${wanted}" is no role. Choose one of: ${appointments.join(', ')}.`)
      return 2
    }
    await migrate(databasePlace())
    const given = await give(database(), email, role)
    await database().$disconnect()
    if (!given.ok) {
      console.error(refusals[given.error](email))
      return 1
    }
    console.log(`${email} is now ${role === 'instructor' ? 'an instructor' : 'a learner'}.`)
    return 0
  },
}
