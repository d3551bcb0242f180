import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { Json } from '@/lib/core/json'
import type { Language } from '@/lib/core/language'
import { conceptOf } from '@/lib/importers/notes-markdown/concepts'
import { type Accepted, toCardsYaml } from '@/lib/importers/notes-markdown/to-cards-yaml'

/** A proposal as a learner would see it, or why it cannot be one. */
export type CardPreview =
  | { readonly kind: 'card'; readonly type: string; readonly content: Json }
  | { readonly kind: 'faults'; readonly faults: readonly Pick<Diagnostic, 'message' | 'hint'>[] }

/** Reads and sets one card as publishing would. */
export const previewCard = (card: Accepted, language: Language, figures: readonly string[] = []): CardPreview => {
  const { id, title } = conceptOf(card.heading)
  const files = [
    { path: 'deck.yaml', text: `id: preview\ntitle: Preview\nauthor: ""\nlicence: ""\nlanguages: [${language}]\n` },
    { path: 'concepts.yaml', text: `- id: ${id}\n  study: 1\n  title: ${JSON.stringify(title)}\n` },
    { path: 'preview.cards.yaml', text: toCardsYaml([card]) },
    ...figures.map((path) => ({ path, text: '' })),
  ]
  const { deck, diagnostics } = readDeck(files, cardTypes)
  const compiled = deck && compileDeck(deck).languages[0]?.bundle.cards[0]
  if (compiled) return { kind: 'card', type: compiled.type, content: compiled.content }
  return { kind: 'faults', faults: diagnostics.filter(isError).map(({ message, hint }) => ({ message, hint })) }
}
