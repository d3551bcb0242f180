import { stringify } from 'yaml'
import { cardTypes } from '@/lib/cards/list'
import { readDeck } from '@/lib/content/deck/read-deck'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { conceptsOf } from '@/lib/importers/notes-markdown/concepts'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { toCardsYaml } from '@/lib/importers/notes-markdown/to-cards-yaml'

/** What the deck reader finds wrong in a deck of nothing but accepted proposals; figures are not there. */
export const faultsOfDeck = (cards: readonly Proposal[]): readonly Diagnostic[] => {
  const about = {
    id: 'notes',
    title: 'Notes',
    author: 'Somebody',
    licence: 'CC0-1.0',
    source: 'Notes',
    languages: ['zh'],
  }
  const concepts = conceptsOf(cards).map(({ id, title }) => ({
    id,
    study: 1,
    title: { zh: title },
    kind: 'definition',
    computable: false,
  }))
  const { diagnostics } = readDeck(
    [
      { path: 'deck.yaml', text: stringify(about) },
      { path: 'concepts.yaml', text: stringify(concepts) },
      { path: 'study-1/notes.cards.yaml', text: toCardsYaml(cards) },
    ],
    cardTypes,
  )
  return diagnostics
}
