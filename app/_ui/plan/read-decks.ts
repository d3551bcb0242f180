import type { Learner } from '@/lib/client/learner'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'

export interface NamedDeck {
  readonly id: DeckId
  readonly title: string
  readonly cards: number
}

/** The decks on this device, by title. */
export const readDecks = async (learner: Learner, language: Language): Promise<readonly NamedDeck[]> => {
  const bundles = await learner.decks.held(language)
  return bundles.map(({ deck, title, cards }) => ({ id: deck, title, cards: cards.length }))
}
