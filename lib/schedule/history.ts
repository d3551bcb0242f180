import type { CardId } from '@/lib/core/id'
import { type CardState, newCardState } from './card-state'
import type { ReviewEvent } from './event'
import { step } from './replay'
import { type Deed, standing } from './standing'

/** One thing that was done, and what the card was like before it. */
export interface Told {
  readonly before: CardState
  readonly event: Deed
}

/** All that stands of the given events, in the order (at, id), each beside the state it met. */
export const historyOf = (events: readonly ReviewEvent[]): readonly Told[] => {
  const states = new Map<CardId, CardState>()
  return standing(events).deeds.map((event) => {
    const before = states.get(event.cardId) ?? newCardState(event.cardId)
    states.set(event.cardId, step(before, event))
    return { before, event }
  })
}
