import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { ImportAnswer } from '@/lib/sync/file-import'
import { type Database, inTransaction } from '../../db/client'
import { isTaken } from '../../db/retry'
import { writeRows } from '../../db/rows'
import type { LeftParts } from '../../jobs/left-parts'
import type { Author } from '../banks/bank'
import { insertBank, mayCreate } from '../banks/create-bank'
import { type DraftRefusal, type FileChange, withDraft, writeFiles } from '../banks/draft'
import { writePrepared } from '../banks/write-bank-version'
import { appendEvents } from './append-events'

const longestWrite = 120_000

interface ToWrite extends LeftParts {
  /** Of the import. */
  readonly id: string
  /** Of the file. */
  readonly name: string
}

/** Writes what was made of a file, in one transaction: bank or draft, publication, decisions and events. */
export const writeImport = async (
  db: Database,
  author: Author,
  { id, name, made, parts }: ToWrite,
  now: Date,
): Promise<Result<ImportAnswer, DraftRefusal | 'guest' | 'too-many'>> => {
  const [version] = parts.flatMap((part) => (part.kind === 'version' ? [part.version] : []))
  if (version === undefined) throw new Error(`Nothing was compiled of import ${id}.`)
  const changes = parts.flatMap((part) => (part.kind === 'files' ? part.changes : []))
  const events = parts.flatMap((part) => (part.kind === 'events' ? part.events : []))
  const { about, bank, base, choices } = made
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
      await writeRows(
        tx,
        'ImportChoice',
        choices.map((one) => ({ importId: id, userId: author.id, ...one })),
      )
      // It may have been prepared for the preview, a while ago.
      await writePrepared(tx, author, bank, { ...version, kept: { ...version.kept, publishedAt: now } }, now)
      await appendEvents(tx, author.id, events, now)
    }
    if (about !== null)
      await inTransaction(
        db,
        async (tx) => {
          await insertBank(tx, author, about, now, version.rows.deckId)
          await writeFiles(tx, bank, changes)
          await tx.bankImport.create({ data: { ...kept, made: true, revision: 1 } })
          await finish(tx)
        },
        longestWrite,
      )
    else {
      const old = { revision: base + 1, made: false, beforeVersion: before?.deck?.currentHash ?? null }
      const done = await withDraft(db, author, { id: bank, base }, changes, now, finish, {
        timeout: longestWrite,
        publishes: true,
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
