import 'server-only'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BankVersionLine, BankVersionSource } from '@/lib/sync/bank-version'
import type { Database } from '../../db/client'
import { bankAccess, heldBy } from './access'
import { type Author, aboutRow } from './bank'
import type { DraftRefusal } from './draft'
import { type FileChange, withDraft } from './draft'
import { readKept } from './kept-version'

const lineOf = {
  number: true,
  version: true,
  publishedAt: true,
  cards: true,
  note: true,
  startedAnew: true,
} as const

const toLine = ({ publishedAt, ...row }: Omit<BankVersionLine, 'at'> & { readonly publishedAt: Date }) => ({
  ...row,
  at: publishedAt.getTime(),
})

/** Every publication of a bank somebody works on or reads, the latest first. */
export const listBankVersions = async (
  db: Database,
  author: Author,
  bankId: string,
): Promise<Result<readonly BankVersionLine[], 'not-found' | 'bank-role'>> => {
  const access = await bankAccess(db, author, bankId, 'viewer')
  if (!access.ok) return access
  const rows = await db.bankVersion.findMany({
    where: { bankId },
    orderBy: { number: 'desc' },
    select: lineOf,
  })
  return ok(rows.map(toLine))
}

/** A publication of a bank with its sources, for whoever works on it or reads it. */
export const readBankVersion = async (
  db: Database,
  { id: userId }: Author,
  bankId: string,
  number: number,
): Promise<Result<BankVersionSource, 'not-found'>> => {
  const row = await db.bankVersion.findFirst({
    where: { bankId, number, bank: { is: heldBy(userId, 'viewer') } },
  })
  if (row === null) return refuse('not-found')
  const { about, files } = readKept(row)
  const { version, publishedAt, cards, note, startedAnew } = row
  const line = toLine({ number, version, publishedAt, cards, note, startedAnew })
  return ok({ ...line, about, files: files.map(({ path, text }) => ({ path, text })) })
}

/** The bytes of a publication's figures by the path they stood at. */
export const figuresOfVersion = async (
  db: Database,
  bankId: string,
  files: readonly { readonly path: string; readonly figure?: string }[],
): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> => {
  const names = new Map(files.flatMap(({ path, figure }) => (figure === undefined ? [] : [[path, figure] as const])))
  const rows = await db.deckFigure.findMany({ where: { deckId: bankId, name: { in: [...new Set(names.values())] } } })
  const byName = new Map(rows.map(({ name, data }) => [name, data]))
  return new Map(
    [...names].flatMap(([path, name]) => {
      const data = byName.get(name)
      return data === undefined ? [] : [[path, data] as const]
    }),
  )
}

/** Puts a publication back into the draft, whole; learners notice nothing until it is published. The new revision. */
export const restoreBankVersion = async (
  db: Database,
  author: Author,
  bank: { readonly id: string; readonly base: number },
  number: number,
  now: Date,
): Promise<Result<number, DraftRefusal>> => {
  const access = await bankAccess(db, author, bank.id, 'editor')
  if (!access.ok) return access
  const row = await db.bankVersion.findFirst({ where: { bankId: bank.id, number } })
  if (row === null) return refuse('not-found')
  const { about, files } = readKept(row)
  const figures = await figuresOfVersion(db, bank.id, files)
  const wanted = new Set(files.map(({ path }) => path))
  const there = await db.bankFile.findMany({
    where: { bankId: bank.id },
    select: { path: true },
  })
  const changes: readonly FileChange[] = [
    ...there.filter(({ path }) => !wanted.has(path)).map(({ path }) => ({ path, text: null })),
    ...files.map(({ path, text }): FileChange => {
      const data = figures.get(path)
      return data === undefined ? { path, text } : { path, text, data }
    }),
  ]
  return withDraft(db, author, bank, changes, now, async (tx) => {
    await tx.bank.update({ where: { id: bank.id }, data: aboutRow(about) })
    return bank.base + 1
  })
}
