import { flag, integer, literal, object, tagged } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { acceptLate, reopenAttempt } from '@/lib/server/services/exams/grade-attempt'

interface Context {
  readonly params: Promise<{ readonly exam: string; readonly attempt: string }>
}

type Deed =
  | { readonly kind: 'accept-late'; readonly accepted: boolean }
  | { readonly kind: 'reopen'; readonly minutes: number }

const decode = tagged<Deed>('kind', {
  'accept-late': object({ kind: literal('accept-late'), accepted: flag }),
  reopen: object({ kind: literal('reopen'), minutes: integer(1, 1440) }),
})

/** Counts late answers or not (`accept-late`), or gives a student more minutes (`reopen`). */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { exam, attempt } = await params
  const deed = read.value
  orRefuse(
    deed.kind === 'reopen'
      ? await reopenAttempt(database(), account.id, exam, attempt, deed.minutes, now)
      : await acceptLate(database(), account.id, exam, attempt, deed.accepted),
  )
  return json({})
})
