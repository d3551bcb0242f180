import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { classReport } from '@/lib/server/services/classes/class-report'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** How the class gets on, as far as one's role reaches. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  return json(orRefuse(await classReport(database(), id, (await params).class, requestedLanguage(request), now)))
})
