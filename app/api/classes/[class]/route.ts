import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson, requireSameOrigin } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { requestedLanguage } from '@/lib/server/requested-language'
import { changeClass, deleteClass } from '@/lib/server/services/classes/create-class'
import { readClass } from '@/lib/server/services/classes/read-class'
import { decodeClassAbout } from '@/lib/sync/class'

interface Context {
  readonly params: Promise<{ readonly class: string }>
}

const mostBytes = 16 * 1024

/** A class as one of its members sees it. */
export const GET = handle<Context>(async (request, { params }) => {
  const now = new Date()
  const { id } = await requireAccount(request.headers, now)
  return json(orRefuse(await readClass(database(), id, (await params).class, requestedLanguage(request), now)))
})

/** Says something else of a class: `{ "title", "about", "zone" }`. */
export const PUT = handle<Context>(async (request, { params }) => {
  const { id } = await requireAccount(request.headers, new Date())
  const about = decodeClassAbout(await readJson(request, mostBytes))
  if (!about.ok) throw new Refusal(400, 'unreadable', about.error.message)
  return json({ ok: orRefuse(await changeClass(database(), id, (await params).class, about.value)) === null })
})

/** Removes a class; reviews stay with those who did them. */
export const DELETE = handle<Context>(async (request, { params }) => {
  requireSameOrigin(request)
  const { id } = await requireAccount(request.headers, new Date())
  return json({ ok: orRefuse(await deleteClass(database(), id, (await params).class)) === null })
})
