import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { undoCorrection } from '@/lib/server/services/exams/correct-marking'

interface Context {
  readonly params: Promise<{ readonly exam: string; readonly correction: string }>
}

/** Takes a change of marking back. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const { exam, correction } = await params
  return json(orRefuse(await undoCorrection(database(), account.id, exam, correction, now)))
})
