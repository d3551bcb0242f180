import type { ListedDeck } from '@/lib/content/bundle'
import type { CardId, ConceptId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'

/** A learner's memory of one concept, over the cards that have it as their main one. */
export interface ConceptMemory {
  readonly cards: number
  /** Cards seen at least once. */
  readonly started: number
  /** Mean chance of recalling a started card today, 0..1; null while none is started. */
  readonly recall: number | null
}

/** Memory by concept of one deck. */
export const conceptMemory = (
  deck: ListedDeck,
  states: ReadonlyMap<CardId, CardState>,
  today: number,
  plan: Plan,
): ReadonlyMap<ConceptId, ConceptMemory> => {
  const scheduler = schedulerIn(plan, deck.deck)
  const sums = new Map<ConceptId, { cards: number; started: number; recall: number }>()
  for (const card of deck.cards) {
    const [concept] = card.concepts
    if (concept === undefined) continue
    const sum = sums.get(concept) ?? { cards: 0, started: 0, recall: 0 }
    sums.set(concept, sum)
    sum.cards++
    const memory = states.get(card.id)?.memory
    if (memory === undefined || memory.kind === 'new') continue
    sum.started++
    sum.recall += scheduler.retrievability(memory, today)
  }
  return new Map(
    [...sums].map(([concept, { cards, started, recall }]) => [
      concept,
      { cards, started, recall: started === 0 ? null : recall / started },
    ]),
  )
}
