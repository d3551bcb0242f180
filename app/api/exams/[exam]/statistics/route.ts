import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { examStatistics } from '@/lib/server/services/exams/exam-statistics'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

/** How each question was answered. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const { exam } = await params
  return json(orRefuse(await examStatistics(database(), account.id, exam, requestedLanguage(request), now)))
})
