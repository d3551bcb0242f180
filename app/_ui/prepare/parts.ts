import type { DeckId } from '@/lib/core/id'
import type { Library } from '@/lib/search/library'

/** A study of a deck with its sections, as far as cards stand in them. */
export interface Part {
  readonly title: string
  readonly sections: readonly { readonly id: string; readonly title: string; readonly cards: number }[]
}

/** The parts of a deck's notes that have cards, in the order of the deck. */
export const partsOf = (library: Library, deck: DeckId): readonly Part[] => {
  const studies = new Map<string, Map<string, { id: string; title: string; cards: number }>>()
  for (const { deck: own, card } of library.cards) {
    if (own !== deck || card === null || card.section === null) continue
    const [study = '', section = card.section] = card.heading
    const sections = studies.get(study) ?? new Map<string, { id: string; title: string; cards: number }>()
    studies.set(study, sections)
    const known = sections.get(card.section)
    sections.set(card.section, { id: card.section, title: section, cards: (known?.cards ?? 0) + 1 })
  }
  return [...studies].map(([title, sections]) => ({ title, sections: [...sections.values()] }))
}
