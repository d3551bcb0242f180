import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { oneAtATime } from '@/lib/server/one-at-a-time'
import { refusal } from '@/lib/server/refusals'
import { fitParameters, listParameterSets } from '@/lib/server/services/fit-parameters'
import { withinLimit } from '@/lib/server/services/limit'

const hourMs = 3_600_000

/** The sets fitted to this person so far. */
export const GET = handle(async (request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ sets: await listParameterSets(database(), account.id) })
})

/** Fits the memory model to this person's reviews. Work for a whole processor: one at a time, and a few an hour. */
export const POST = handle(async (request) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const limit = { key: `fit:${account.id}`, most: 10, windowMs: hourMs }
  if (!(await withinLimit(database(), limit, now))) throw refusal('too-many')
  return json(await oneAtATime('fit', () => fitParameters(database(), account.id, now)))
})
