import type { Diagnostic } from '@/lib/core/diagnostic'
import type { DeckCard } from './deck'

/** What a card calls itself, and where. */
export type NamedCard = Pick<DeckCard, 'id' | 'file' | 'place'>

/** Cards that call themselves like an earlier one. */
export const tellTwins = (cards: readonly NamedCard[]): readonly Diagnostic[] => {
  const first = new Map<string, NamedCard>()
  return cards.flatMap((card): readonly Diagnostic[] => {
    const twin = first.get(card.id)
    if (twin === undefined) {
      first.set(card.id, card)
      return []
    }
    return [
      {
        severity: 'error',
        file: card.file,
        path: '',
        ...card.place,
        message: `The card "${card.id.slice(card.id.indexOf('/') + 1)}" stands already in ${twin.file}:${twin.place.line}.`,
        hint: 'Give one of them another id; memory hangs on ids.',
      },
    ]
  })
}
