import 'server-only'
import { isError } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankPublication } from '@/lib/sync/bank-publication'
import type { Database, Transaction } from '../../db/client'
import { withinLimit } from '../limit'
import { bankAccess, mayDo } from './access'
import { type Author, readAbout } from './bank'
import { type DraftRefusal, type FileChange, withDraft } from './draft'
import { checkDraft, type WholeFile } from './draft-deck'
import { nothingToSay, type Said, writeBankVersion } from './write-bank-version'

export type PublishRefusal = DraftRefusal | 'too-many' | 'gate-busy'

const perHour = 120
const hourMs = 3_600_000

export const mayPublish = (db: Database, { id }: Author, now: Date): Promise<boolean> =>
  withinLimit(db, { key: `publish:${id}`, most: perHour, windowMs: hourMs }, now)

const changed = (files: readonly WholeFile[], changes: readonly FileChange[]): readonly WholeFile[] => {
  const all = new Map(files.map((file) => [file.path, file]))
  for (const { path, text, data } of changes)
    if (text === null) all.delete(path)
    else all.set(path, { path, text, data: data ?? null })
  return [...all.values()]
}

/**
 * Changes the draft and publishes it: owners may, and editors what somebody else has approved. It is checked as a whole first,
 * then written in one transaction that names the revision it was read at, so that nothing half-done or half-read is ever published.
 */
export const publishBank = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  changes: readonly FileChange[],
  now: Date,
  said: Said = nothingToSay,
): Promise<Result<BankPublication, PublishRefusal>> => {
  const access = await bankAccess(db, author, bank.id, 'editor')
  if (!access.ok) return access
  const { row, role } = access.value
  if (row.revision !== bank.base) return refuse('stale')
  if (role !== 'owner' && (changes.length > 0 || !(await mayDo(db, author, access.value, 'publish'))))
    return refuse('needs-review')
  if (!(await mayPublish(db, author, now))) return refuse('too-many')
  const before = await db.bankFile.findMany({ where: { bankId: bank.id } })
  const about = readAbout(row)
  const files = changed(before, changes)
  const checked = await checkDraft(bank.id, about, files)
  if (!checked.ok) return checked
  const { deck, diagnostics } = checked.value
  if (deck === null) return ok({ kind: 'refused', diagnostics: diagnostics.filter(isError) })
  const write = async (tx: Transaction): Promise<BankPublication> => ({
    kind: 'published',
    bank: bank.id,
    ...(await writeBankVersion(tx, author, { id: bank.id, about, files, deck }, said, now)),
    revision: bank.base + 1,
    diagnostics,
  })
  return withDraft(db, author, bank, changes, now, write, { publishes: true })
}
