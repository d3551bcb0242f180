import { integer, nullable, object, text } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { databasePlace } from '@/lib/server/env'
import { handle, json, Refusal } from '@/lib/server/http'
import { withReceivedFile } from '@/lib/server/received-file'
import { orRefuse } from '@/lib/server/refusals'
import { importFile } from '@/lib/server/services/imports/import-file'
import { listImports } from '@/lib/server/services/imports/list-imports'
import { mostBytesOf } from '@/lib/sync/import-limits'

const decode = object<{
  readonly name: string
  readonly bank: string
  readonly mark: string | null
  readonly zone: number
}>({
  name: text(300, /^[^\0]+$/),
  bank: text(100, /^[a-z0-9-]+$/),
  mark: nullable(text(64)),
  zone: integer(-18 * 60, 18 * 60),
})

/** What the person at the cookie has imported. */
export const GET = handle(async (request: Request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ imports: orRefuse(await listImports(database(), account)) })
})

/**
 * A file as the body: `?name=deck.apkg&bank=found&zone=60` says what it would become; with `&mark=` of what was said, it becomes that.
 * `bank` is `found` for the one that holds these cards already, `new`, or the id of one's own.
 */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  if (account.kind === 'guest') orRefuse({ ok: false, error: 'guest' })
  const query = new URL(request.url).searchParams
  const read = decode({
    name: query.get('name'),
    bank: query.get('bank') ?? 'found',
    mark: query.get('mark'),
    zone: Number(query.get('zone') ?? 0),
  })
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { name, bank, mark, zone: zoneOffset } = read.value
  const target = bank === 'found' || bank === 'new' ? bank : { bank }
  return withReceivedFile(request, mostBytesOf(name), async (file) =>
    json(
      orRefuse(await importFile(database(), databasePlace(), account, { file, name, target, zoneOffset, mark }, now)),
    ),
  )
})
