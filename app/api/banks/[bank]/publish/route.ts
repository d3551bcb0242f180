import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readGateProgress } from '@/lib/server/services/banks/gate-progress'
import { publishBank } from '@/lib/server/services/banks/publish-bank'
import { decodePublishRequest } from '@/lib/sync/bank-version'

interface Context {
  readonly params: Promise<{ readonly bank: string }>
}

const mostBytes = 1024 * 1024

/** Publishes a draft as it was read: `{ "base": revision, "resets": [card], "note" }`. What stands against it comes back as diagnostics. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decodePublishRequest(await readJson(request, mostBytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { base, ...said } = read.value
  return json(orRefuse(await publishBank(database(), account, { id: (await params).bank, base }, [], now, said)))
})

/** How far the check of a bank is that is being published. */
export const GET = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ progress: orRefuse(await readGateProgress(database(), account, (await params).bank)) })
})
