import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { databasePlace } from '@/lib/server/env'
import { handle } from '@/lib/server/http'
import { refusal } from '@/lib/server/refusals'
import { mayTakeData, personalData } from '@/lib/server/services/personal-data'
import { streamText } from '@/lib/server/stream-text'

/** Everything the database has of the person who asks, as a file, written while it is read. */
export const GET = handle(async (request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  if (!(await mayTakeData(database(), account.id, now))) throw refusal('too-many')
  return new Response(streamText(personalData(databasePlace(), account.id, now)), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="gradeck-${now.toISOString().slice(0, 10)}.json"`,
      'cache-control': 'no-store',
    },
  })
})
