import 'server-only'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Database, Transaction } from '../../db/client'
import { withinLimit } from '../limit'
import { writeVersion } from '../publish-deck'
import { type Author, readLanguages } from './bank'
import { type DraftRefusal, type FileChange, withDraft } from './draft'
import { type CheckedDraft, checkDraft, type WholeFile } from './draft-deck'

export type BankPublication =
  | {
      readonly kind: 'published'
      readonly bank: string
      readonly version: string
      readonly cards: number
      readonly revision: number
      /** What could be better; nothing here stops a publication. */
      readonly diagnostics: readonly Diagnostic[]
    }
  /** Something in it cannot stand. Nothing was changed. */
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }

export type PublishRefusal = DraftRefusal | 'too-many'

const perHour = 120
const hourMs = 3_600_000

export const mayPublish = (db: Database, { id }: Author, now: Date): Promise<boolean> =>
  withinLimit(db, { key: `publish:${id}`, most: perHour, windowMs: hourMs }, now)

/** Writes a checked draft as the bank's current version. */
export const writeBankVersion = async (
  tx: Transaction,
  id: string,
  { deck, diagnostics }: CheckedDraft,
  revision: number,
  now: Date,
): Promise<BankPublication> => {
  if (deck === null) return { kind: 'refused', diagnostics: diagnostics.filter(isError) }
  await writeVersion(tx, deck.compiled, deck.figures, id, now)
  await tx.bank.update({ where: { id }, data: { state: 'published' } })
  const cards = Math.max(0, ...deck.compiled.languages.map(({ bundle }) => bundle.cards.length))
  return { kind: 'published', bank: id, version: deck.compiled.version, cards, revision, diagnostics }
}

const changed = (files: readonly WholeFile[], changes: readonly FileChange[]): readonly WholeFile[] => {
  const all = new Map(files.map((file) => [file.path, file]))
  for (const { path, text, data } of changes)
    if (text === null) all.delete(path)
    else all.set(path, { path, text, data: data ?? null })
  return [...all.values()]
}

/**
 * Changes the draft and publishes it: checked as a whole first, then written in one transaction that names the revision it was
 * read at, so that nothing half-done or half-read is ever published.
 */
export const publishBank = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  changes: readonly FileChange[],
  now: Date,
): Promise<Result<BankPublication, PublishRefusal>> => {
  const row = await db.bank.findFirst({ where: { id: bank.id, userId: author.id } })
  if (row === null) return refuse('not-found')
  if (row.revision !== bank.base) return refuse('stale')
  if (!(await mayPublish(db, author, now))) return refuse('too-many')
  const files = await db.bankFile.findMany({ where: { bankId: bank.id, userId: author.id } })
  const about = { ...row, languages: readLanguages(row.languages) }
  const checked = await checkDraft(bank.id, about, changed(files, changes))
  if (checked.deck === null) return ok({ kind: 'refused', diagnostics: checked.diagnostics.filter(isError) })
  return withDraft(db, author, bank, changes, now, (tx) => writeBankVersion(tx, bank.id, checked, bank.base + 1, now))
}
