import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { publishNotes } from '@/lib/server/services/banks/publish-notes'
import { decodeNotesForBank, notesFigures } from '@/lib/sync/bank-notes'

/** Cards as text, and pictures in Base64. */
const mostBytes = 12 * 1024 * 1024 + (notesFigures.bytes * 4) / 3

/** Publishes cards accepted from notes, into a new bank or into one's own. What stands against it is told card by card. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodeNotesForBank(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return json(orRefuse(await publishNotes(database(), account, read.value, now)))
})
