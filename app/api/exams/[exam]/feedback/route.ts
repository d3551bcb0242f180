import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { readFeedback } from '@/lib/server/services/exams/read-feedback'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

/** What a student is told of their own attempt now. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const { exam } = await params
  return json(orRefuse(await readFeedback(database(), account.id, exam, requestedLanguage(request), now)))
})
