import 'server-only'
import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ImportAnswer, RowChoices } from '@/lib/sync/file-import'
import type { Place } from '../../db/adapter'
import type { Database } from '../../db/client'
import type { Target } from '../../jobs/choose-bank'
import type { Converted, ConvertedPart, FileToConvert } from '../../jobs/convert-file'
import { runApart } from '../../jobs/run-apart'
import { inTurn } from '../../one-at-a-time'
import { temporaryPath } from '../../temporary'
import { type Author, newBankId } from '../banks/bank'
import type { DraftRefusal } from '../banks/draft'
import { withinLimit } from '../limit'
import { groundOf, keepConversion, takeConversion } from './kept-conversion'
import { writeImport } from './write-import'

/** A file that has arrived, with decisions about its rows; null for those of the last time. */
export interface Received {
  /** Where it lies on this server. */
  readonly file: string
  readonly choices: RowChoices | null
}

export interface FileImport {
  /** Takes the file in and gives it to `use`; not asked for where nothing may be imported now. */
  readonly receive: <T>(use: (received: Received) => Promise<T>) => Promise<T>
  readonly name: string
  readonly target: Target
  readonly zoneOffset: number
  /** Of the preview that was read; null only asks for one. */
  readonly mark: string | null
}

const perHour = 60
const hourMs = 3_600_000

/** How a file is read: in a process of its own. */
export type ConvertApart = (
  order: FileToConvert,
  onPart: (part: ConvertedPart) => void,
) => Promise<Result<Converted, 'too-long'>>
export type ImportFileRefusal = DraftRefusal | 'guest' | 'too-many'

/**
 * Says what a file would become, or, told the mark of what it said, does it: cards into a bank of one's own, published; the review log into
 * one's history. One transaction; with any fault nothing is made or changed. The reading happens in a process of its own, once: what the preview was
 * made from is kept for a while and written when its mark is named.
 */
export const importFile = async (
  db: Database,
  place: Place,
  author: Author,
  given: FileImport,
  now: Date,
  convert: ConvertApart = (order, onPart) => runApart('convert-file', order, onPart),
): Promise<Result<ImportAnswer, ImportFileRefusal>> => {
  if (author.kind === 'guest') return refuse('guest')
  const limit = { key: `import:${author.id}`, most: perHour, windowMs: hourMs }
  // Counted before a byte of it is taken.
  if (!(await withinLimit(db, limit, now))) return refuse('too-many')
  return given.receive((received) => importReceived(db, place, author, { ...given, ...received }, now, convert))
}

const importReceived = async (
  db: Database,
  place: Place,
  author: Author,
  given: FileImport & Received,
  now: Date,
  convert: ConvertApart,
): Promise<Result<ImportAnswer, ImportFileRefusal>> => {
  const { file, name, target, zoneOffset, mark: read, choices } = given
  const ground = await groundOf(db, author.id, given)
  const asTold = read !== null && choices === null
  const left = asTold ? await takeConversion(author.id, ground, read, now.getTime()) : null
  if (left !== null) return writeImport(db, author, { ...left, id: left.importId, name }, now)
  const id = `imp-${randomBytes(12).toString('hex')}`
  const parts: ConvertedPart[] = []
  // Only what the decisions of the last time make of it is kept: whoever names the mark without any means those.
  const keep = read === null && choices === null ? temporaryPath() : null
  const order: FileToConvert = {
    file,
    name,
    target,
    zoneOffset,
    choices,
    place,
    userId: author.id,
    newBank: newBankId(),
    deviceId: `import.${id}`,
    now: now.getTime(),
    keep,
  }
  let kept = false
  try {
    // Each holds a whole package in memory: one after the other.
    const converted = await inTurn('import', author.id, () => convert(order, (part) => parts.push(part)))
    if (!converted.ok)
      return ok({ kind: 'refused', reason: 'too-long', message: 'Reading took too long.', hint: 'Export one deck.' })
    const made = converted.value
    if (made.kind === 'not-found') return refuse('not-found')
    if (made.kind !== 'ready') return ok(made)
    const { mark } = made.preview
    if (keep !== null) {
      await keepConversion(author.id, { importId: id, ground, mark, file: keep, at: now.getTime() })
      kept = true
    }
    if (read !== mark) return ok({ kind: 'preview', preview: made.preview })
    return await writeImport(db, author, { id, name, made, parts }, now)
  } finally {
    if (keep !== null && !kept) await rm(keep, { force: true })
  }
}
