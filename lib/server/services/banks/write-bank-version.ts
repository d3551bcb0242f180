import 'server-only'
import { type Resets, stampResets } from '@/lib/content/deck/stamp-resets'
import type { BankAbout } from '@/lib/sync/bank'
import type { Transaction } from '../../db/client'
import { nameFigures } from '../figures'
import { writeVersion } from '../publish-deck'
import type { Author } from './bank'
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

const sourceOf = (files: readonly WholeFile[], names: ReadonlyMap<string, string>): readonly SourceFile[] =>
  files.map(({ path, text }) => {
    const figure = names.get(path)
    return figure === undefined ? { path, text } : { path, text, figure }
  })

/**
 * Writes a checked draft as the bank's current version and keeps its sources under the next number. Only cards that were asked
 * before can start anew; what an earlier publication started anew stays so.
 */
export const writeBankVersion = async (
  tx: Transaction,
  author: Author,
  bank: {
    readonly id: string
    readonly about: BankAbout
    readonly files: readonly WholeFile[]
    readonly deck: NonNullable<CheckedDraft['deck']>
  },
  said: Said,
  now: Date,
): Promise<WrittenVersion> => {
  const { id, deck } = bank
  const last = await tx.bankVersion.findFirst({ where: { bankId: id }, orderBy: { number: 'desc' } })
  const earlier = last === null ? {} : readKeptResets(last.resets)
  const asked = new Set(deck.compiled.languages.flatMap(({ bundle }) => bundle.cards.map((card): string => card.id)))
  const anew = last === null ? [] : said.resets.map((card) => `${id}/${card}`).filter((card) => asked.has(card))
  const resets: Resets = { ...earlier, ...Object.fromEntries(anew.map((card) => [card, now.getTime()])) }
  const named = nameFigures(stampResets(deck.compiled, resets), deck.figures)
  await writeVersion(tx, named.deck, named.figures, id, now)
  await tx.bank.update({ where: { id }, data: { state: 'published' } })
  const cards = Math.max(0, ...named.deck.languages.map(({ bundle }) => bundle.cards.length))
  const names = new Map(deck.figures.map(({ path }, i) => [path, named.figures[i]?.name ?? '']))
  const number = (last?.number ?? 0) + 1
  await tx.bankVersion.create({
    data: {
      bankId: id,
      number,
      userId: author.id,
      version: named.deck.version,
      publishedAt: now,
      cards,
      note: said.note,
      startedAnew: anew.length,
      ...writeKept({ about: bank.about, files: sourceOf(bank.files, names), resets }),
    },
  })
  return { version: named.deck.version, number, cards }
}
