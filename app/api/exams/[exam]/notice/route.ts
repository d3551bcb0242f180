import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { readNotice } from '@/lib/server/services/exams/list-exams'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

/** What a student may know of an exam before beginning. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  return json(orRefuse(await readNotice(database(), account.id, (await params).exam, now)))
})
