import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { createBank } from '@/lib/server/services/banks/create-bank'
import { listBanks } from '@/lib/server/services/banks/read-bank'
import { decodeBankAbout } from '@/lib/sync/bank'

const mostBytes = 16 * 1024

/** The banks of whoever asks. */
export const GET = handle(async (request: Request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ banks: orRefuse(await listBanks(database(), account)) })
})

/** Makes an empty bank. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const about = decodeBankAbout(await readJson(request, mostBytes))
  if (!about.ok) throw new Refusal(400, 'unreadable', about.error.message)
  return json(orRefuse(await createBank(database(), account, about.value, now)), { status: 201 })
})
