import 'server-only'
import { createHash } from 'node:crypto'
import { takeOver } from '@/lib/content/changes/take-over'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankOrigin } from '@/lib/sync/bank-origin'
import type { Database } from '../../db/client'
import { bankAccess } from './access'
import { type Author, aboutRow, type BankRow, readAbout } from './bank'
import { figuresOfVersion } from './bank-versions'
import { copiable, mayCopy, type Origin, originOf } from './deck-origin'
import { type DraftRefusal, type FileChange, withDraft } from './draft'

interface Newer {
  readonly before: Origin
  readonly after: Origin
  readonly changes: readonly FileChange[]
  readonly kept: readonly string[]
}

/** A figure is compared by its bytes: what a publication names them by begins with their hash. */
const figureMark = (data: Uint8Array): string =>
  `figure ${createHash('sha256').update(data).digest('hex').slice(0, 32)}`

const marks = (files: Origin['files']): ReadonlyMap<string, string> =>
  new Map(files.map(({ path, text, figure }) => [path, figure === undefined ? text : `figure ${figure.slice(0, 32)}`]))

/** What changed in the original since it was copied, laid over the draft; null where nothing did, or it may not be copied any more. */
const newerOrigin = async (db: Database, author: Author, row: BankRow): Promise<Newer | null> => {
  const { id, originDeck, originVersion } = row
  if (originDeck === null || originVersion === null) return null
  const deck = await copiable(db, author, originDeck)
  const version = deck?.currentHash ?? originVersion
  if (deck === null || version === originVersion) return null
  const [language = 'en'] = readAbout(row).languages
  const before = await originOf(db, originDeck, deck.bankId, originVersion, language)
  const after = await originOf(db, originDeck, deck.bankId, version, language)
  if (before === null || after === null || !(await mayCopy(db, author, originDeck, after.about))) return null
  const draft = await db.bankFile.findMany({ where: { bankId: id } })
  const mine = new Map(draft.map(({ path, text, data }) => [path, data === null ? text : figureMark(data)]))
  const [base, theirs] = [marks(before.files), marks(after.files)]
  const figures = await figuresOfVersion(db, originDeck, after.files)
  const kept: string[] = []
  const changes: FileChange[] = []
  for (const path of new Set([...base.keys(), ...theirs.keys()])) {
    const own = mine.get(path) ?? null
    const taken = takeOver(path, { base: base.get(path) ?? null, mine: own, theirs: theirs.get(path) ?? null })
    kept.push(...taken.kept)
    if (taken.text === own) continue
    const data = figures.get(path)
    if (taken.text === null || data === undefined) changes.push({ path, text: taken.text })
    else changes.push({ path, text: '', data })
  }
  return { before, after, changes, kept }
}

const told = ({ about, files }: Origin) => ({ about, files: files.map(({ path, text }) => ({ path, text })) })

/** What changed in the deck a bank is a copy of, since it was copied or last taken in; null where nothing did. */
export const readOrigin = async (
  db: Database,
  author: Author,
  id: string,
): Promise<Result<BankOrigin | null, 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, id, 'editor')
  if (!access.ok) return access
  const newer = await newerOrigin(db, author, access.value.row)
  if (newer === null) return ok(null)
  const { before, after, kept } = newer
  return ok({ version: after.version, before: told(before), after: told(after), kept })
}

/** Takes what changed in the original into the draft, as it was shown; what both sides changed stays the draft's. The new revision. */
export const takeOrigin = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  version: string,
  now: Date,
): Promise<Result<number, DraftRefusal>> => {
  const access = await bankAccess(db, author, bank.id, 'editor')
  if (!access.ok) return access
  const newer = await newerOrigin(db, author, access.value.row)
  if (newer === null || newer.after.version !== version) return refuse('stale')
  // Parts of the course that came with it are the draft's, too.
  const { studies } = newer.after.about
  const own = readAbout(access.value.row)
  return withDraft(db, author, bank, newer.changes, now, async (tx) => {
    const about = own.studies === undefined || studies === undefined ? {} : aboutRow({ ...own, studies })
    await tx.bank.update({ where: { id: bank.id }, data: { ...about, originVersion: version } })
    return bank.base + 1
  })
}
