import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readDesk } from '@/lib/server/services/classes/read-desk'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** What the staff of a class can change: people, code, invitations. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  return json(orRefuse(await readDesk(database(), id, (await params).class, now)))
})
