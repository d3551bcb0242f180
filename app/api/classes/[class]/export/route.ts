import { requireAccount } from '@/lib/server/auth/session'
import { classDownload } from '@/lib/server/class-download'
import { database } from '@/lib/server/db/client'
import { handle, Refusal } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { exportReport, readPart } from '@/lib/server/services/classes/export-class'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

/** How the class gets on, as a file: `?part=students`, `questions`, `variants` or `concepts` as CSV, `all` as JSON. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  const part = readPart(new URL(request.url).searchParams.get('part'))
  if (part === null)
    throw new Refusal(400, 'unreadable', '"part" is one of students, questions, variants, concepts, all.')
  const language = requestedLanguage(request)
  return classDownload(orRefuse(await exportReport(database(), id, (await params).class, part, language, now)))
})
