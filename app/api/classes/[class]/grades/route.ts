import { requireAccount } from '@/lib/server/auth/session'
import { classDownload } from '@/lib/server/class-download'
import { database } from '@/lib/server/db/client'
import { handle, Refusal } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { exportGrades } from '@/lib/server/services/classes/export-class'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** Grades as a file for another system: `?for=canvas` or `moodle`. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const system = new URL(request.url).searchParams.get('for')
  if (system !== 'canvas' && system !== 'moodle') throw new Refusal(400, 'unreadable', '"for" is canvas or moodle.')
  const language = requestedLanguage(request)
  return classDownload(orRefuse(await exportGrades(database(), id, (await params).class, system, language, now)))
})
