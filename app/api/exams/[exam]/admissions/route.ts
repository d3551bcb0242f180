import { object, text } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { admit } from '@/lib/server/services/exams/admit'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const decode = object<{ readonly student: string }>({ student: text(100, /^[^\0]*$/) })

/** Lets a student in who has asked: `{ "student" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const read = decode(await readJson(request, 1024))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  orRefuse(await admit(database(), account.id, (await params).exam, read.value.student, now))
  return json({})
})
