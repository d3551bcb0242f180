// A process of its own that syncs one event after another and prints each id once it is acknowledged.
import { asId, type UserId } from '@/lib/core/id'
import { openDatabase } from '@/lib/server/db/client'
import { sync } from '@/lib/server/services/sync'
import { gradeEvent, syncRequest } from './events'

const [folder = '', user = '', prefix = '', count = '0'] = process.argv.slice(2)
const db = openDatabase({ dialect: 'sqlite', folder })

for (let n = 0; n < Number(count); n++) {
  const event = gradeEvent({ id: `${prefix}-${n}`, cardId: `deck/${n % 7}` })
  const { accepted } = await sync(db, asId<UserId>(user), syncRequest([event], { cursor: 1e6 }), new Date())
  for (const id of accepted) process.stdout.write(`${id}\n`)
}
await db.$disconnect()
