import { resultsCsv } from '@/lib/exam/results-csv'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { monitorExam } from '@/lib/server/services/exams/monitor-exam'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

/** Everybody's result as a table for a sheet or a gradebook. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const attempts = orRefuse(await monitorExam(database(), account.id, (await params).exam, now))
  return new Response(resultsCsv(attempts), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="results.csv"',
      'cache-control': 'no-store',
    },
  })
})
