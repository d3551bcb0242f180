import 'server-only'
import { type Resets, stampResets } from '@/lib/content/deck/stamp-resets'
import type { BankAbout } from '@/lib/sync/bank'
import { moved } from '@/lib/sync/bank-life'
import type { Database, Transaction } from '../../db/client'
import { type NamedFigure, nameFigures } from '../figures'
import { type VersionRows, versionRows, writeVersion } from '../publish-deck'
import type { Author } from './bank'
import { keepStep } from './bank-steps'
import type { CheckedDraft, WholeFile } from './draft-deck'
import { readKeptResets, type SourceFile, writeKept } from './kept-version'

/** What an author decides beside the draft itself. */
export interface Said {
  /** Cards that mean something else now, so that their memory starts anew; as ids without the bank's. */
  readonly resets: readonly string[]
  /** What changed, in the author's words; may be empty. */
  readonly note: string
}

export const nothingToSay: Said = { resets: [], note: '' }

export interface WrittenVersion {
  readonly version: string
  readonly number: number
  readonly cards: number
}

/** In an order that no database decides. */
const sourceOf = (files: readonly WholeFile[], names: ReadonlyMap<string, string>): readonly SourceFile[] =>
  [...files]
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => {
      const figure = names.get(path)
      return figure === undefined ? { path, text } : { path, text, figure }
    })

/** A version with nothing left to decide: only its number is missing, which it gets where it is written. */
export interface PreparedVersion {
  readonly rows: VersionRows
  readonly figures: readonly NamedFigure[]
  readonly kept: Omit<
    NonNullable<Parameters<Transaction['bankVersion']['create']>[0]>['data'],
    'number' | 'bankId' | 'bank' | 'userId'
  >
}

/** A checked draft on its way to becoming the bank's current version. */
export interface DraftToWrite {
  readonly id: string
  readonly about: BankAbout
  readonly files: readonly WholeFile[]
  readonly deck: NonNullable<CheckedDraft['deck']>
}

/**
 * Makes a version ready to be written. Only cards that were asked before can start anew; what an earlier publication started anew
 * stays so.
 */
export const prepareBankVersion = async (
  db: Database | Transaction,
  bank: DraftToWrite,
  said: Said,
  now: Date,
): Promise<PreparedVersion> => {
  const { id, deck } = bank
  const last = await db.bankVersion.findFirst({ where: { bankId: id }, orderBy: { number: 'desc' } })
  const earlier = last === null ? {} : readKeptResets(last.resets)
  const asked = new Set(deck.compiled.languages.flatMap(({ bundle }) => bundle.cards.map((card): string => card.id)))
  const anew = last === null ? [] : said.resets.map((card) => `${id}/${card}`).filter((card) => asked.has(card))
  const resets: Resets = { ...earlier, ...Object.fromEntries(anew.map((card) => [card, now.getTime()])) }
  const named = nameFigures(stampResets(deck.compiled, resets), deck.figures)
  const names = new Map(deck.figures.map(({ path }, i) => [path, named.figures[i]?.name ?? '']))
  const rows = versionRows(named.deck)
  return {
    rows,
    figures: named.figures,
    kept: {
      version: rows.hash,
      publishedAt: now,
      cards: rows.cards,
      note: said.note,
      startedAnew: anew.length,
      ...writeKept({ about: bank.about, files: sourceOf(bank.files, names), resets }),
    },
  }
}

/** Writes a version as the bank's current one, and keeps its sources under the next number. The caller answers for who may. */
export const writePrepared = async (
  tx: Transaction,
  author: Pick<Author, 'id'>,
  bankId: string,
  { rows, figures, kept }: PreparedVersion,
  now: Date,
): Promise<WrittenVersion> => {
  await writeVersion(tx, rows, figures, bankId, now)
  const { userId, state, review, revision } = await tx.bank.findUniqueOrThrow({ where: { id: bankId } })
  await tx.bank.update({ where: { id: bankId }, data: moved({ state, review }, 'publish') })
  const last = await tx.bankVersion.findFirst({
    where: { bankId },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
  const number = (last?.number ?? 0) + 1
  await tx.bankVersion.create({ data: { ...kept, userId, bankId, number } })
  await keepStep(tx, bankId, author.id, { kind: 'published', revision, reason: kept.note ?? '', number }, now)
  return { version: rows.hash, number, cards: rows.cards }
}

/** Writes a checked draft as the bank's current version. */
export const writeBankVersion = async (
  tx: Transaction,
  author: Author,
  bank: DraftToWrite,
  said: Said,
  now: Date,
): Promise<WrittenVersion> => writePrepared(tx, author, bank.id, await prepareBankVersion(tx, bank, said, now), now)
