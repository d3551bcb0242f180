import { flag, object } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { takeBreak } from '@/lib/server/services/exams/move-attempt'

interface Context {
  readonly params: Promise<{ readonly exam: string }>
}

const decode = object<{ readonly on: boolean }>({ on: flag })

/** Stops the clock for an allowed break, or lets it run again: `{ "on" }`. */
export const POST = handle<Context>(async (request, { params }) => {
  const account = await requireAccount(request.headers, new Date())
  const read = decode(await readJson(request, 1024))
  // The clock is read when all of it is here: a body can be sent slowly.
  const now = new Date()
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  orRefuse(await takeBreak(database(), account.id, (await params).exam, read.value.on, now))
  return json({})
})
