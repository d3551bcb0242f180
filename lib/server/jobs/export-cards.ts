import 'server-only'
import { writeFile } from 'node:fs/promises'
import { cardFaceNamed } from '@/lib/cards/faces'
import type { ListedCard } from '@/lib/content/bundle'
import { asId, type UserId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { ExportedCard, ExportedDeck } from '@/lib/exporters/anki/export-deck'
import { writePackage } from '@/lib/exporters/anki/write-package'
import { askedBlocks } from '@/lib/exporters/asked-blocks'
import { writeCsv } from '@/lib/exporters/csv/write-csv'
import { writeJson } from '@/lib/exporters/json/write-json'
import type { LibraryCard } from '@/lib/search/library'
import { parseSearch } from '@/lib/search/parse'
import type { ExportFormat } from '@/lib/sync/card-export'
import { writeTables } from '../anki/sqlite'
import type { Place } from '../db/adapter'
import { type Database, openDatabase } from '../db/client'
import { type Learned, readLearned } from './read-learned'

export interface CardsToExport {
  readonly place: Place
  readonly userId: string
  readonly language: Language
  /** In the search language; empty for every card. */
  readonly search: string
  readonly format: ExportFormat
  /** ms since 1970. */
  readonly now: number
  readonly zoneOffset: number
  /** Where the file is to lie; it is not there yet. */
  readonly file: string
}

export type CardsExported =
  | { readonly kind: 'written'; readonly cards: number; readonly reviews: number }
  | { readonly kind: 'nothing-found' }
  /** What in the search cannot be understood. */
  | { readonly kind: 'bad-search'; readonly at: string }

/** Imported decks keep the path they had; any other deck's cards lie in it by what they are about. */
const pathOf = (
  { deckTitle, deck }: LibraryCard,
  card: ListedCard,
  concepts: Learned['concepts'],
): readonly string[] => {
  const title = concepts.get(`${deck}/${card.concepts[0] ?? ''}`) ?? ''
  const path = title.split(' › ')
  if (path.length > 1 || title === deckTitle) return path
  return title === '' ? [deckTitle] : [deckTitle, title]
}

/** One card with nothing of its type left. Compute cards show one set of numbers, the same on every export. */
const exported = async (
  found: LibraryCard,
  concepts: Learned['concepts'],
  language: Language,
): Promise<readonly ExportedCard[]> => {
  const { card, content } = found
  const face = card === null ? undefined : await cardFaceNamed(card.type)?.open()
  if (card === null || content === null || face === undefined) return []
  const occasion = { seed: `reading ${card.id}`, language }
  const { question, input } = face.present(content, occasion)
  const { answer } = face.outcome(content, occasion, { kind: 'reveal' }, 0)
  return [
    {
      id: card.id,
      question: [...question, ...askedBlocks(input)],
      answer,
      tags: card.tags,
      path: pathOf(found, card, concepts),
    },
  ]
}

const address = /"src":"(\/figures\/([^"/]+)\/([^"/]+))"/g

/** The pictures that cards show, by the address they name. */
const figuresOf = async (db: Database, cards: readonly ExportedCard[]): Promise<ReadonlyMap<string, Uint8Array>> => {
  const named = new Map<string, { readonly deckId: string; readonly name: string }>()
  for (const { question, answer } of cards)
    for (const [, src = '', deck = '', name = ''] of JSON.stringify([question, answer]).matchAll(address))
      named.set(src, { deckId: decodeURIComponent(deck), name: decodeURIComponent(name) })
  const figures = new Map<string, Uint8Array>()
  for (const [src, where] of named) {
    const row = await db.deckFigure.findUnique({ where: { deckId_name: where } })
    if (row !== null) figures.set(src, row.data)
  }
  return figures
}

const written = async (format: ExportFormat, deck: ExportedDeck): Promise<string | Uint8Array> => {
  switch (format) {
    case 'apkg':
      return writePackage(deck, writeTables)
    case 'csv':
      return writeCsv(deck)
    case 'json':
      return writeJson(deck)
  }
}

/** Finds cards of a learner and writes them with their memory into a file. */
export const exportCards = async (order: CardsToExport): Promise<CardsExported> => {
  const { query, faults } = parseSearch(order.search)
  const [fault] = faults
  if (fault !== undefined) return { kind: 'bad-search', at: order.search.slice(fault.from, fault.to) }
  const db = openDatabase(order.place)
  try {
    const learned = await readLearned(db, asId<UserId>(order.userId), order.language, order)
    const cards: ExportedCard[] = []
    for (const found of learned.library.find(query))
      cards.push(...(await exported(found, learned.concepts, order.language)))
    if (cards.length === 0) return { kind: 'nothing-found' }
    const ids = new Set<string>(cards.map(({ id }) => id))
    const events = learned.events.filter(({ cardId }) => ids.has(cardId))
    const deck: ExportedDeck = {
      title: 'Gradeck',
      cards,
      states: learned.states,
      events,
      figures: await figuresOf(db, cards),
      now: order.now,
      zoneOffset: order.zoneOffset,
      dayStartsAt: learned.plan.dayStartsAt,
      retention: learned.plan.preset.retention,
    }
    await writeFile(order.file, await written(order.format, deck), { flag: 'wx', mode: 0o600 })
    return { kind: 'written', cards: cards.length, reviews: events.filter(({ kind }) => kind === 'grade').length }
  } finally {
    await db.$disconnect()
  }
}
