import 'server-only'
import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ImportAnswer } from '@/lib/sync/file-import'
import type { Place } from '../../db/adapter'
import { type Database, inTransaction } from '../../db/client'
import { isTaken } from '../../db/retry'
import type { Target } from '../../jobs/choose-bank'
import type { Converted, ConvertedPart, FileToConvert } from '../../jobs/convert-file'
import type { LeftParts } from '../../jobs/left-parts'
import { runApart } from '../../jobs/run-apart'
import { inTurn } from '../../one-at-a-time'
import { type Author, newBankId } from '../banks/bank'
import { insertBank, mayCreate } from '../banks/create-bank'
import { type DraftRefusal, type FileChange, withDraft, writeFiles } from '../banks/draft'
import { writePrepared } from '../banks/write-bank-version'
import { withinLimit } from '../limit'
import { appendEvents } from './append-events'
import { groundOf, keepConversion, placeToKeep, takeConversion } from './kept-conversion'

export interface FileImport {
  /** Where the file lies on this server. */
  readonly file: string
  readonly name: string
  readonly target: Target
  readonly zoneOffset: number
  /** Of the preview that was read; null only asks for one. */
  readonly mark: string | null
}

const perHour = 60
const hourMs = 3_600_000
const longestWrite = 120_000

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
  if (!(await withinLimit(db, limit, now))) return refuse('too-many')
  const ground = await groundOf(db, author.id, given)
  const left = given.mark === null ? null : await takeConversion(author.id, ground, given.mark, now.getTime())
  if (left !== null) return write(db, author, { ...left, id: left.importId, name: given.name }, now)
  const id = `imp-${randomBytes(12).toString('hex')}`
  const parts: ConvertedPart[] = []
  const keep = given.mark === null ? placeToKeep() : null
  const order = {
    ...given,
    place,
    userId: author.id,
    newBank: newBankId(),
    deviceId: `import.${id}`,
    now: now.getTime(),
    keep,
  }
  // Each holds a whole package in memory: one after the other.
  const converted = await inTurn('import', author.id, () => convert(order, (part) => parts.push(part)))
  if (!converted.ok)
    return ok({ kind: 'refused', reason: 'too-long', message: 'Reading took too long.', hint: 'Export one deck.' })
  const made = converted.value
  if (made.kind === 'not-found') return refuse('not-found')
  if (made.kind !== 'ready') return ok(made)
  const { mark } = made.preview
  if (keep !== null) await keepConversion(author.id, { importId: id, ground, mark, file: keep, at: now.getTime() })
  if (given.mark !== mark) return ok({ kind: 'preview', preview: made.preview })
  return write(db, author, { id, name: given.name, made, parts }, now)
}

interface ToWrite extends LeftParts {
  readonly id: string
  readonly name: string
}

const write = async (
  db: Database,
  author: Author,
  { id, name, made, parts }: ToWrite,
  now: Date,
): Promise<Result<ImportAnswer, ImportFileRefusal>> => {
  const [version] = parts.flatMap((part) => (part.kind === 'version' ? [part.version] : []))
  if (version === undefined) throw new Error(`Nothing was compiled of import ${id}.`)
  const changes = parts.flatMap((part) => (part.kind === 'files' ? part.changes : []))
  const events = parts.flatMap((part) => (part.kind === 'events' ? part.events : []))
  const { about, bank, base } = made
  const cards = made.preview.cards.added + made.preview.cards.changed
  const reviews = made.preview.reviews.fresh
  if (about !== null) {
    const may = await mayCreate(db, author, now)
    if (!may.ok) return may
  }
  try {
    const before = await db.bank.findFirst({
      where: { id: bank, userId: author.id },
      select: { deck: { select: { currentHash: true } } },
    })
    const kept = { id, userId: author.id, bankId: bank, fileName: name.slice(0, 300), at: now, cards, reviews }
    const finish: Parameters<typeof withDraft>[5] = async (tx) => {
      // It may have been prepared for the preview, a while ago.
      await writePrepared(tx, bank, { ...version, kept: { ...version.kept, publishedAt: now } }, now)
      await appendEvents(tx, author.id, events, now)
    }
    if (about !== null)
      await inTransaction(
        db,
        async (tx) => {
          await insertBank(tx, author, about, now, version.rows.deckId)
          await writeFiles(tx, author, bank, changes)
          await tx.bankImport.create({ data: { ...kept, made: true, revision: 1 } })
          await finish(tx)
        },
        longestWrite,
      )
    else {
      const old = { revision: base + 1, made: false, beforeVersion: before?.deck?.currentHash ?? null }
      const done = await withDraft(db, author, { id: bank, base }, changes, now, finish, {
        timeout: longestWrite,
        first: async (tx) => {
          await tx.bankImport.create({ data: { ...kept, ...old } })
          await rememberFiles(tx, author, { id, bank }, changes)
        },
      })
      if (!done.ok) return done
    }
  } catch (error) {
    // The same file, taken in twice at once: the other one was faster.
    if (isTaken(error)) return refuse('stale')
    throw error
  }
  return ok({ kind: 'done', id, bank, cards, reviews })
}

/** Keeps what stands in the draft now where it is about to be changed. */
const rememberFiles = async (
  tx: Parameters<typeof writeFiles>[0],
  author: Author,
  { id, bank }: { readonly id: string; readonly bank: string },
  changes: readonly FileChange[],
): Promise<void> => {
  const paths = changes.map(({ path }) => path)
  const rows = await tx.bankFile.findMany({ where: { bankId: bank, path: { in: paths } } })
  const held = new Map(rows.map((row) => [row.path, row]))
  await tx.importBefore.createMany({
    data: paths.map((path) => ({
      importId: id,
      userId: author.id,
      path,
      text: held.get(path)?.text ?? null,
      data: held.get(path)?.data ?? null,
    })),
  })
}
