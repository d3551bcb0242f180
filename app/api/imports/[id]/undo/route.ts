import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { undoImport } from '@/lib/server/services/imports/undo-import'

interface Context {
  readonly params: Promise<{ readonly id: string }>
}

/** Takes an import of one's own back. `kept` reviews made since stay. */
export const POST = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ undone: true, kept: orRefuse(await undoImport(database(), account, (await params).id, now)) })
})
