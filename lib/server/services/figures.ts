import 'server-only'
import { createHash } from 'node:crypto'
import type { CompiledDeck } from '@/lib/content/deck/compile-deck'
import { hashText } from '@/lib/core/hash'
import type { DeckId } from '@/lib/core/id'
import type { Database } from '../db/client'
import { isAskedWith } from './exams/asked-figure'
import { type Reader, visibleTo } from './visible-decks'

/** A picture as its author has it: `figures/<name>` and its bytes. */
export interface Figure {
  readonly path: string
  readonly data: Uint8Array<ArrayBuffer>
}

export interface NamedFigure {
  readonly name: string
  readonly data: Uint8Array<ArrayBuffer>
}

const nameOf = ({ path, data }: Figure): string => {
  const hash = createHash('sha256').update(data).digest('hex').slice(0, 32)
  return `${hash}${/\.\w+$/.exec(path)?.[0].toLowerCase() ?? ''}`
}

/**
 * Names each figure by its bytes and points the deck's texts there, so that a device may keep it for ever. The version
 * becomes a hash over all that learners get: it also tells a changed figure, and a program that sets the same text better.
 */
export const nameFigures = (
  deck: CompiledDeck,
  figures: readonly Figure[],
): { readonly deck: CompiledDeck; readonly figures: readonly NamedFigure[] } => {
  const names = new Map(figures.map((figure) => [figure.path, nameOf(figure)]))
  // Where a text quotes such a pair, its quotation marks are escaped.
  const text = JSON.stringify(deck.languages).replace(/"src":("(?:[^"\\]|\\.)*")/g, (whole, written: string) => {
    const src: unknown = JSON.parse(written)
    const name = typeof src === 'string' ? names.get(src) : undefined
    return name === undefined ? whole : `"src":${JSON.stringify(`/figures/${encodeURIComponent(deck.id)}/${name}`)}`
  })
  const version = hashText(text)
  // The same plain data with other addresses in it.
  const languages = JSON.parse(text) as CompiledDeck['languages']
  return {
    deck: {
      ...deck,
      version,
      languages: languages.map((edition) => ({ ...edition, bundle: { ...edition.bundle, version } })),
    },
    figures: figures.map((figure) => ({ name: names.get(figure.path) ?? '', data: figure.data })),
  }
}

/** A figure of a deck this reader may see, or of a question they have been asked in an exam. */
export const readFigure = async (
  db: Database,
  reader: Reader,
  deckId: DeckId,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const place = { deckId, name }
  const row = await db.deckFigure.findFirst({ where: { ...place, deck: visibleTo(reader) } })
  if (row !== null || reader === null || !(await isAskedWith(db, reader, place))) return row?.data ?? null
  return (await db.deckFigure.findFirst({ where: place }))?.data ?? null
}
