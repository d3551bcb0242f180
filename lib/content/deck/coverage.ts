import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Deck } from './deck'

/** Concepts that no card has as its main one, and concepts that no section teaches although the deck has sections. */
export const uncovered = (deck: Deck, file: string): readonly Diagnostic[] => {
  const asked = new Set(deck.cards.map((card) => card.concepts[0]))
  const practised = new Set(deck.cards.filter((card) => card.type.practice).map((card) => card.concepts[0]))
  const taught = new Set(deck.sections.flatMap((section) => section.concepts))
  return deck.concepts.flatMap(({ id, computable }) => {
    const found: Diagnostic[] = []
    const tell = (severity: Diagnostic['severity'], message: string, hint: string) =>
      found.push({ severity, file, path: '', line: 1, column: 1, message, hint })
    if (!asked.has(id)) tell('error', `No card asks for "${id}".`, 'Write one, or take the concept out of the list.')
    if (computable && !practised.has(id))
      tell('error', `"${id}" can be computed and no question computes it.`, 'Write one, or say "computable: false".')
    if (deck.sections.length > 0 && !taught.has(id))
      tell('warning', `No section teaches "${id}".`, 'Name it under "concepts" of the section that does.')
    return found
  })
}
