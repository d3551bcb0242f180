import { stringify } from 'yaml'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { Json } from '@/lib/core/json'
import { conceptsFile, type FileConcept, withConcepts } from '../../concepts-file'
import { conceptIdOf } from './identity'

/** A card as it stands in a `*.cards.yaml`; its first concept is the deck or heading it is at home in. */
export interface CardFields {
  readonly id: string
  readonly type: string
  readonly concepts: readonly string[]
  readonly [field: string]: Json
}

/** Cards that one file holds, so that no file is beyond what a person opens. */
const perFile = 2_000
/** Anki decks that get files of their own; a draft holds only so many files. */
const mostDecks = 200

const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ').trim()

/** How a path of Anki decks is told; an export reads it back. */
export const pathTitle = (path: readonly string[]): string => path.map(plain).join(' › ')

/** Where imported cards stand: one file an Anki deck, or several where it is large. */
export const importedFile = /^imported-[a-z0-9-]+\.\d+\.cards\.yaml$/

/** Cards by the deck they come from, each file with its cards in their order. */
export const placed = <T extends { readonly fields: CardFields }>(
  cards: readonly T[],
): readonly { readonly path: string; readonly cards: readonly T[] }[] => {
  const byDeck = new Map<string, T[]>()
  const together = new Set(cards.map(({ fields }) => fields.concepts[0])).size > mostDecks
  for (const card of cards) {
    const id = together ? 'all' : (card.fields.concepts[0] ?? '')
    const known = byDeck.get(id)
    if (known) known.push(card)
    else byDeck.set(id, [card])
  }
  return [...byDeck].flatMap(([id, all]) =>
    Array.from({ length: Math.ceil(all.length / perFile) }, (_, i) => ({
      path: `imported-${id}.${i + 1}.cards.yaml`,
      cards: all.slice(i * perFile, (i + 1) * perFile),
    })),
  )
}

export const cardsYaml = (cards: readonly { readonly fields: CardFields }[]): string =>
  stringify(
    cards.map(({ fields }) => fields),
    { lineWidth: 0, aliasDuplicateObjects: false },
  )

export const conceptsOf = (cards: readonly { readonly path: readonly string[] }[]): readonly FileConcept[] => {
  const paths = new Map(cards.map(({ path }) => [conceptIdOf(path), path]))
  return [...paths].map(([id, path]) => ({ id, title: pathTitle(path).slice(0, 300) }))
}

/** The files of a deck's folder with these cards in it. */
export const deckFiles = (
  cards: readonly { readonly fields: CardFields }[],
  concepts: readonly FileConcept[],
): readonly DeckFile[] => [
  ...placed(cards).map((file) => ({ path: file.path, text: cardsYaml(file.cards) })),
  { path: conceptsFile, text: withConcepts('', concepts) },
]
