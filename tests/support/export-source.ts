import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cardTypes } from '@/lib/cards/list'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { Language } from '@/lib/core/language'
import type { ExportSource } from '@/lib/exporters/exporter'

/** A deck's files, compiled, as exporters take it. */
export const sourceOf = (
  files: readonly DeckFile[],
  figures: ReadonlyMap<string, Uint8Array> = new Map(),
  language: Language = 'en',
): ExportSource => {
  const { deck, diagnostics } = readDeck(files, cardTypes)
  const edition = deck && compileDeck(deck).languages.find((one) => one.language === language)
  if (!edition) throw new Error(diagnostics.map(({ message }) => message).join(' '))
  const concepts = new Map(edition.concepts.map(({ id, title }) => [id as string, title]))
  return { bundle: edition.bundle, concepts, files, figures, variants: 3, seed: 'test' }
}

/** The sample deck: one card of each type, with a picture. */
export const sampleSource = (language: Language = 'en'): ExportSource => {
  const folder = join(import.meta.dirname, '../../content/sample')
  const files = readDeckFolder(folder)
  const figures = files
    .filter(({ path }) => path.startsWith('figures/'))
    .map(({ path }) => [path, new Uint8Array(readFileSync(join(folder, path)))] as const)
  return sourceOf(files, new Map(figures), language)
}

/** A deck of one concept with these cards. */
export const deckOf = (cards: string): ExportSource =>
  sourceOf([
    { path: 'deck.yaml', text: 'id: deck\ntitle: Deck\nauthor: A\nlicence: L\nlanguages: [en]\n' },
    { path: 'concepts.yaml', text: '- { id: idea, study: 1, title: "An idea" }\n' },
    { path: 'deck.cards.yaml', text: cards },
  ])
