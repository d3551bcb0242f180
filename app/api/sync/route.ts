import { renewal, requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { countEvents } from '@/lib/server/running/metrics'
import { sync } from '@/lib/server/services/sync'
import { decodeSyncRequest } from '@/lib/sync/decode-exchange'

/** 200 events of the largest size a device makes fit well within. */
const mostBytes = 4 * 2 ** 20

/** One exchange of reviews with a device. An event that cannot be read is rejected by itself and holds up no other. */
export const POST = handle(async (request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeSyncRequest(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const response = await sync(database(), account.id, read.value.request, now)
  countEvents(response.accepted.length)
  const cookie = await renewal(request.headers, now)
  return json(
    { ...response, rejected: [...response.rejected, ...read.value.unreadable] },
    cookie === null ? {} : { headers: { 'set-cookie': cookie } },
  )
})
