import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

/** How far everybody is. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json({ attempts: orRefuse(await monitorExam(database(), account.id, (await params).exam, now)) })
})
