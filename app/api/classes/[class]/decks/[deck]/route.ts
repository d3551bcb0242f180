import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { assignDeck, unassignDeck } from '@/lib/server/services/classes/assign-deck'
import { decodePaceRequest } from '@/lib/sync/class-requests'

interface Context {
  readonly params: Promise<{ readonly class: string; readonly deck: string }>
}

const mostBytes = 64 * 1024

/** Lets the class learn a deck at a pace: `{ "pace" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const read = decodePaceRequest(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { class: classId, deck } = await params
  return json({ ok: orRefuse(await assignDeck(database(), id, classId, deck, read.value.pace, now)) === null })
})

/** Takes a deck from the class. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const { id } = await requireAccount(request.headers, new Date())
  const { class: classId, deck } = await params
  return json({ ok: orRefuse(await unassignDeck(database(), id, classId, deck)) === null })
})
