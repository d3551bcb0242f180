import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { previewExam } from '@/lib/server/services/exams/preview-exam'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const mostDraws = 1_000_000

/** A paper as a student might get it: `?language=&draw=`. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const wanted = Number(new URL(request.url).searchParams.get('draw') ?? '0')
  const draw = Number.isInteger(wanted) ? Math.abs(wanted) % mostDraws : 0
  const { exam } = await params
  return json(orRefuse(await previewExam(database(), account.id, exam, requestedLanguage(request), draw, now)))
})
