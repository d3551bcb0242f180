import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Bundle } from '@/lib/content/bundle'
import { asId, type DeckId, type UserId } from '@/lib/core/id'
import { ok } from '@/lib/core/result'
import { convertFile } from '@/lib/server/jobs/convert-file'
import type { Author } from '@/lib/server/services/banks/bank'
import { type ConvertApart, type FileImport, importFile } from '@/lib/server/services/imports/import-file'
import { readBundle } from '@/lib/server/services/read-bundle'
import type { ImportPreview, RowChoices } from '@/lib/sync/file-import'
import { now as made } from './anki-package'
import type { OpenScratch } from './databases'
import { received } from './received'

const now = new Date(made)

interface Ask {
  readonly name?: string
  readonly target?: FileImport['target']
  readonly at?: Date
  readonly choices?: RowChoices | null
}

const previews = new Set<string>()

/** A worker of the tests is ended without the leave that a server takes; its previews lie in one place for all suites. */
export const sweepPreviews = (): void => {
  for (const place of previews) rmSync(place, { recursive: true, force: true })
}

/** Imports files as a person would, in this process: how work is done apart has a test of its own, and each process takes seconds to begin. */
export const openImportDesk = (scratch: () => OpenScratch) => {
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-imports-'))
  let files = 0
  const convertHere: ConvertApart = async (order, onPart) => {
    if (order.keep !== null) previews.add(dirname(order.keep))
    return ok(await convertFile(order, onPart))
  }
  const take = async (
    author: Author,
    bytes: Uint8Array | string,
    mark: string | null,
    { name = 'course.apkg', target = 'found', at = now, choices = null }: Ask = {},
  ) => {
    const { db, place } = scratch()
    const file = join(folder, `file-${files++}`)
    writeFileSync(file, bytes)
    const receive = received(file, choices)
    return importFile(db, place, author, { receive, name, target, zoneOffset: 0, mark }, at, convertHere)
  }
  const preview = async (...args: Parameters<typeof take>): Promise<ImportPreview> => {
    const answer = await take(...args)
    if (!answer.ok || answer.value.kind !== 'preview') throw new Error(`no preview: ${JSON.stringify(answer)}`)
    return answer.value.preview
  }
  /** Looks and then does it. */
  const done = async (author: Author, bytes: Uint8Array, at = now) => {
    const { mark } = await preview(author, bytes, null, { at })
    const answer = await take(author, bytes, mark, { at })
    if (!answer.ok || answer.value.kind !== 'done') throw new Error(`not done: ${JSON.stringify(answer)}`)
    return answer.value
  }
  return {
    folder,
    convertHere,
    take,
    preview,
    done,
    /** What somebody has of what an import makes. */
    rows: async ({ id: userId }: Author) => ({
      banks: await scratch().db.bank.count({ where: { userId } }),
      events: await scratch().db.reviewEvent.count({ where: { userId } }),
      imports: await scratch().db.bankImport.count({ where: { userId, undoneAt: null } }),
    }),
    bundleOf: async (reader: UserId, bank: string): Promise<Bundle | null> => {
      const read = await readBundle(scratch().db, reader, asId<DeckId>(bank), 'en', null)
      return read === null ? null : (JSON.parse(read.text) as Bundle)
    },
    discard: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Counts of somebody who has imported nothing. */
export const nothingImported = { banks: 0, events: 0, imports: 0 }
