import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { listCorrections } from '@/lib/server/services/corrections'
import { suggestCorrection } from '@/lib/server/services/suggest-correction'
import { decodeCorrection } from '@/lib/sync/correction'

const mostBytes = 32 * 1024

/** Suggests a correction to the authors of a card's deck. */
export const POST = handle(async (request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeCorrection(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  orRefuse(await suggestCorrection(database(), account.id, read.value, now))
  return json({ kept: read.value.id }, { status: 201 })
})

/** What was suggested, for those who may publish here. */
export const GET = handle(async (request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ corrections: orRefuse(await listCorrections(database(), account)) })
})
