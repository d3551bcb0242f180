import { integer, nullable, object, text } from '@/lib/core/decode'
import { requireAccount } from '@/lib/server/auth/session'
import { database } from '@/lib/server/db/client'
import { databasePlace } from '@/lib/server/env'
import { handle, json, jsonIn, Refusal } from '@/lib/server/http'
import { withReceivedFile } from '@/lib/server/received-file'
import { orRefuse } from '@/lib/server/refusals'
import { type FileImport, importFile } from '@/lib/server/services/imports/import-file'
import { listImports } from '@/lib/server/services/imports/list-imports'
import { decodeRowChoices, mostChoiceBytes, type RowChoices } from '@/lib/sync/file-import'
import { mostBytesOf } from '@/lib/sync/import-limits'

const decode = object<{
  readonly name: string
  readonly bank: string
  readonly mark: string | null
  readonly zone: number
  readonly choices: number
}>({
  name: text(300, /^[^\0]+$/),
  bank: text(100, /^[a-z0-9-]+$/),
  mark: nullable(text(64)),
  zone: integer(-18 * 60, 18 * 60),
  choices: integer(0, mostChoiceBytes),
})

/** What the person at the cookie has imported. */
export const GET = handle(async (request: Request) => {
  const account = await requireAccount(request.headers, new Date())
  return json({ imports: orRefuse(await listImports(database(), account)) })
})

const choicesIn = (bytes: Uint8Array): RowChoices => {
  const read = decodeRowChoices(jsonIn(bytes))
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  return read.value
}

/**
 * A file as the body: `?name=deck.apkg&bank=found&zone=60` says what it would become; with `&mark=` of what was said, it becomes that.
 * With `&choices=N` the body's first N bytes are decisions about its rows. `bank` is `found` for the one that holds these cards already, `new`, or the id of one's own.
 */
export const POST = handle(async (request: Request) => {
  const now = new Date()
  const account = await requireAccount(request.headers, now)
  const query = new URL(request.url).searchParams
  const read = decode({
    name: query.get('name'),
    bank: query.get('bank') ?? 'found',
    mark: query.get('mark'),
    zone: Number(query.get('zone') ?? 0),
    choices: Number(query.get('choices') ?? 0),
  })
  if (!read.ok) throw new Refusal(400, 'unreadable', read.error.message)
  const { name, bank, mark, zone: zoneOffset, choices: head } = read.value
  const target = bank === 'found' || bank === 'new' ? bank : { bank }
  const receive: FileImport['receive'] = (use) =>
    withReceivedFile(request, { person: account.id, most: mostBytesOf(name), head }, (file, told) =>
      use({ file, choices: head === 0 ? null : choicesIn(told) }),
    )
  return json(
    orRefuse(await importFile(database(), databasePlace(), account, { receive, name, target, zoneOffset, mark }, now)),
  )
})
