import { stringify } from 'yaml'
import type { DeckFile } from '@/lib/content/deck/deck'
import type { DraftCard } from './draft-card'
import { conceptIdOf } from './identity'

export const conceptsFile = 'concepts.yaml'

/** Cards that one file holds, so that no file is beyond what a person opens. */
const perFile = 2_000

const plain = (text: string): string => text.replace(/\p{Cc}/gu, ' ').trim()

/** How a path of Anki decks is told; an export reads it back. */
export const pathTitle = (path: readonly string[]): string => path.map(plain).join(' › ')

/** Cards by the deck they come from, each file with its cards in their order. */
export const filesOf = (
  cards: readonly DraftCard[],
): readonly { readonly path: string; readonly cards: readonly DraftCard[] }[] => {
  const byDeck = new Map<string, DraftCard[]>()
  for (const card of cards) {
    const id = conceptIdOf(card.path)
    const known = byDeck.get(id)
    if (known) known.push(card)
    else byDeck.set(id, [card])
  }
  return [...byDeck].flatMap(([id, all]) =>
    Array.from({ length: Math.ceil(all.length / perFile) }, (_, i) => ({
      path: `anki-${id}.${i + 1}.cards.yaml`,
      cards: all.slice(i * perFile, (i + 1) * perFile),
    })),
  )
}

export const cardsYaml = (cards: readonly DraftCard[]): string =>
  stringify(
    cards.map(({ fields }) => fields),
    { lineWidth: 0, aliasDuplicateObjects: false },
  )

export const conceptsYaml = (cards: readonly DraftCard[]): DeckFile => {
  const paths = new Map(cards.map(({ path }) => [conceptIdOf(path), path]))
  return {
    path: conceptsFile,
    text: stringify(
      [...paths].map(([id, path]) => ({ id, study: 1, title: pathTitle(path).slice(0, 300) })),
      { lineWidth: 0 },
    ),
  }
}
