// A process of its own whose senders each sync one event after another; it prints each id once it is acknowledged.
import { asId, type UserId } from '@/lib/core/id'
import { openDatabase } from '@/lib/server/db/client'
import { sync } from '@/lib/server/services/sync'
import { gradeEvent, syncRequest } from './events'

const [folder = '', user = '', prefix = '', count = '0', senders = '1'] = process.argv.slice(2)
const db = openDatabase({ dialect: 'sqlite', folder })

const send = async (sender: number): Promise<void> => {
  for (let n = 0; n < Number(count); n++) {
    const event = gradeEvent({ id: `${prefix}-${sender}-${n}`, cardId: `deck/${n % 7}` })
    const { accepted } = await sync(db, asId<UserId>(user), syncRequest([event], { cursor: 1e6 }), new Date())
    for (const id of accepted) process.stdout.write(`${id}\n`)
  }
}
await Promise.all(Array.from({ length: Number(senders) }, (_, sender) => send(sender)))
await db.$disconnect()
