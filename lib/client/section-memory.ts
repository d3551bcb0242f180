import type { ListedDeck } from '@/lib/content/bundle'
import type { CardId, DeckId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'

/** A learner's memory of one section of the notes. */
export interface SectionMemory {
  readonly cards: number
  /** Cards seen at least once. */
  readonly started: number
  /** Mean chance of recalling a card of the section today, 0..1; a card never seen counts 0. */
  readonly recall: number
}

export const sectionKey = (deck: DeckId, section: string): string => `${deck}/${section}`

/** Memory by section, over the cards the decks list; cards that belong to no section are left out. */
export const sectionMemory = (
  decks: readonly ListedDeck[],
  states: ReadonlyMap<CardId, CardState>,
  today: number,
  plan: Plan,
): ReadonlyMap<string, SectionMemory> => {
  const sums = new Map<string, { cards: number; started: number; recall: number }>()
  for (const deck of decks) {
    const scheduler = schedulerIn(plan, deck.deck)
    for (const card of deck.cards) {
      if (card.section === null) continue
      const key = sectionKey(deck.deck, card.section)
      const sum = sums.get(key) ?? { cards: 0, started: 0, recall: 0 }
      const memory = states.get(card.id)?.memory
      sum.cards++
      if (memory && memory.kind !== 'new') {
        sum.started++
        sum.recall += scheduler.retrievability(memory, today)
      }
      sums.set(key, sum)
    }
  }
  return new Map([...sums].map(([key, sum]) => [key, { ...sum, recall: sum.recall / sum.cards }]))
}
