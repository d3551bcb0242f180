import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { handle, json, Refusal, readJson } from '@/lib/server/http'
import { orRefuse } from '@/lib/server/refusals'
import { createClass } from '@/lib/server/services/classes/create-class'
import { listClasses } from '@/lib/server/services/classes/read-class'
import { decodeClassAbout } from '@/lib/sync/class'

const mostBytes = 16 * 1024

/** The classes somebody teaches or learns in, and whether they may make one. */
export const GET = handle(async (request: Request) => {
  const account = await requireAccount(request.headers, new Date())
  const mayCreate = account.kind === 'member' && account.role !== 'learner'
  return json({ mayCreate, classes: await listClasses(database(), account.id) })
})

/** Makes a class: `{ "title", "about", "zone" }`. */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const about = decodeClassAbout(await readJson(request, mostBytes))
  if (!about.ok) throw new Refusal(400, 'unreadable', about.error.message)
  return json({ id: orRefuse(await createClass(database(), account, about.value, now)) }, { status: 201 })
})
