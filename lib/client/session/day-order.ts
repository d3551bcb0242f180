import type { CardId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { Plan } from '@/lib/schedule/plan'
import { bearsOn, type QueueCard } from '@/lib/schedule/queue'
import type { Shelf } from './shelf'

/** The cards of a shelf that can bear on a day's queue: of a hundred thousand a few, so that a grade does not ask all of them. */
export interface DayOrder {
  readonly of: (shelf: Shelf, states: ReadonlyMap<CardId, CardState>, today: number, plan: Plan) => readonly QueueCard[]
  /** The states were read anew. */
  readonly forget: () => void
  /** A card's state changed; one that was left out may bear on the day now. */
  readonly changed: (cardId: CardId) => void
}

export const makeDayOrder = (): DayOrder => {
  let known: {
    shelf: Shelf
    today: number
    plan: Plan
    order: readonly QueueCard[]
    cards: ReadonlySet<CardId>
  } | null = null
  return {
    of: (shelf, states, today, plan) => {
      if (known === null || known.shelf !== shelf || known.today !== today || known.plan !== plan) {
        const order = shelf.order.filter(({ id }) => bearsOn(states.get(id) ?? newCardState(id), today, plan))
        known = { shelf, today, plan, order, cards: new Set(order.map(({ id }) => id)) }
      }
      return known.order
    },
    forget: () => {
      known = null
    },
    changed: (cardId) => {
      if (!known?.cards.has(cardId)) known = null
    },
  }
}
