import 'server-only'
import { readFile } from 'node:fs/promises'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ExportRequest } from '@/lib/sync/card-export'
import type { Place } from '../../db/adapter'
import type { Database } from '../../db/client'
import type { CardsExported, CardsToExport } from '../../jobs/export-cards'
import { runApart } from '../../jobs/run-apart'
import { inTurn } from '../../one-at-a-time'
import { withTemporaryFile } from '../../temporary'
import { withinLimit } from '../limit'
import type { Account } from '../read-account'

export interface ExportedFile {
  readonly name: string
  readonly mime: string
  readonly data: Uint8Array<ArrayBuffer>
}

export type ExportRefusal = 'nothing-found' | 'bad-search' | 'too-many' | 'too-much'

/** How cards are read and written: in a process of its own. */
export type ExportApart = (order: CardsToExport) => Promise<Result<CardsExported, 'too-long'>>

const perHour = 60
const hourMs = 3_600_000
const mimes = { apkg: 'application/octet-stream', csv: 'text/csv; charset=utf-8', json: 'application/json' } as const

/** The cards of one person that a search finds, with their memory and log, as a file. */
export const exportFile = async (
  db: Database,
  place: Place,
  account: Pick<Account, 'id'>,
  { format, q: search, language, zone: zoneOffset }: ExportRequest,
  now: Date,
  run: ExportApart = (order) => runApart('export-cards', order),
): Promise<Result<ExportedFile, ExportRefusal>> => {
  const limit = { key: `export:${account.id}`, most: perHour, windowMs: hourMs }
  if (!(await withinLimit(db, limit, now))) return refuse('too-many')
  return withTemporaryFile(async (file) => {
    const order = { place, userId: account.id, language, search, format, now: now.getTime(), zoneOffset, file }
    const done = await inTurn('export', account.id, () => run(order))
    if (!done.ok) return refuse('too-much')
    if (done.value.kind !== 'written') return refuse(done.value.kind)
    const day = now.toISOString().slice(0, 10)
    return ok({ name: `gradeck-${day}.${format}`, mime: mimes[format], data: new Uint8Array(await readFile(file)) })
  })
}
