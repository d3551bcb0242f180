import type { BundledCard } from '@/lib/content/bundle'
import type { ExamScope } from '@/lib/schedule/exam-goal'
import type { Library, LibraryCard } from '@/lib/search/library'
import { parseSearch } from '@/lib/search/parse'

/** A card that can be asked: its deck is on this device, and it was not set aside. */
export type ScopeCard = LibraryCard & { readonly card: BundledCard }

const canBeAsked = (card: LibraryCard): card is ScopeCard => card.card !== null && !card.state.suspended

/** The cards an exam is about, in the order they are learned. A search that is empty or cannot be read whole finds nothing. */
export const cardsInScope = (library: Library, scope: ExamScope): readonly ScopeCard[] => {
  const cards = library.cards.filter(canBeAsked)
  switch (scope.kind) {
    case 'deck':
      return cards.filter(({ deck }) => deck === scope.deck)
    case 'sections': {
      const wanted = new Set(scope.sections)
      return cards.filter(({ deck, card }) => deck === scope.deck && card.section !== null && wanted.has(card.section))
    }
    case 'search': {
      const { query, faults } = parseSearch(scope.text)
      return faults.length > 0 || query.kind === 'all' ? [] : library.find(query).filter(canBeAsked)
    }
  }
}
