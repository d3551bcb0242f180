import 'server-only'
import type { About, DeckFile } from '@/lib/content/deck/deck'
import { inLanguage, type Language } from '@/lib/core/language'
import type { BankAbout } from '@/lib/sync/bank'
import type { Database } from '../db/client'
import { withRetry } from '../db/retry'
import type { SourceFile } from './banks/kept-version'
import type { Figure, NamedFigure } from './figures'

/** The files a deck of the server was read from. */
export interface DeckSource {
  readonly about: About
  readonly files: readonly SourceFile[]
}

/** What is kept of a deck's folder. `deck.yaml` is in `about`, and a figure's bytes are the deck's own. */
export const sourceOf = (
  about: About,
  files: readonly DeckFile[],
  figures: readonly Figure[],
  named: readonly NamedFigure[],
): DeckSource => {
  const names = new Map(figures.map(({ path }, at) => [path, named[at]?.name]))
  return {
    about,
    files: files
      .filter(({ path }) => path !== 'deck.yaml' && (names.has(path) || /\.(?:md|ya?ml)$/.test(path)))
      .map(({ path, text }) => {
        const figure = names.get(path)
        return figure === undefined ? { path, text } : { path, text, figure }
      }),
  }
}

/** Keeps what a version was read from, once; a version never changes. */
export const keepSource = async (db: Database, deckId: string, hash: string, source: DeckSource): Promise<void> => {
  const place = { deckId, hash }
  const row = { about: JSON.stringify(source.about), files: JSON.stringify(source.files) }
  await withRetry(() =>
    db.deckSource.upsert({ where: { deckId_hash: place }, create: { ...place, ...row }, update: {} }),
  )
}

/** What a version of a deck of the server was read from; null where that was not kept. */
export const readSource = async (db: Database, deckId: string, hash: string): Promise<DeckSource | null> => {
  const row = await db.deckSource.findUnique({ where: { deckId_hash: { deckId, hash } } })
  if (row === null) return null
  // The columns are only ever written by `keepSource`.
  return { about: JSON.parse(row.about) as About, files: JSON.parse(row.files) as readonly SourceFile[] }
}

/** What a bank made of a deck says of itself: the deck's own words in the language of whoever makes it. */
export const aboutBank = (
  { title, author, licence, source, languages, studies }: About,
  language: Language,
): BankAbout => ({
  title: inLanguage(title, language),
  author: inLanguage(author, language),
  licence,
  source: inLanguage(source, language),
  // The first is the bank's own.
  languages: [...languages].sort((a, b) => Number(b === language) - Number(a === language)),
  studies: studies.map(({ number, title: words, background }) => ({
    number,
    title: { en: inLanguage(words, 'en'), zh: inLanguage(words, 'zh') },
    background,
  })),
})
