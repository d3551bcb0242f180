import type { CardId, ConceptId } from '@/lib/core/id'
import type { CardState } from './card-state'
import { loadOn, type Plan, shares } from './plan'

/** What the coming days hold already, as far as it bears on where one more card goes. */
export interface Calendar {
  /** Cards due on a study day, the one being placed left out. */
  readonly due: (day: number) => number
  /** Days to the nearest day on which a card of the same concept is due; Infinity without one. */
  readonly siblingDistance: (day: number) => number
  /** Share of a full day that this day may ask, 0..1. */
  readonly share: (day: number) => number
  /** Nothing may be due: a break, or a day off. */
  readonly closed: (day: number) => boolean
  readonly balance: boolean
}

/** Days due, by card; kept for a sitting and renewed card by card. */
export interface DueDays {
  readonly counts: ReadonlyMap<number, number>
  readonly of: (cardId: CardId) => number | null
  /** A card of the states that were counted has another state now. */
  readonly changed: (before: CardState | undefined, after: CardState) => void
}

const dueDay = (state: CardState | undefined): number | null =>
  state && !state.suspended && state.memory.kind === 'review' ? state.memory.dueDay : null

export const countDue = (states: ReadonlyMap<CardId, CardState>): DueDays => {
  const counts = new Map<number, number>()
  const add = (state: CardState | undefined, cards: number) => {
    const day = dueDay(state)
    if (day !== null) counts.set(day, (counts.get(day) ?? 0) + cards)
  }
  for (const state of states.values()) add(state, 1)
  return {
    counts,
    of: (cardId) => dueDay(states.get(cardId)),
    changed: (before, after) => {
      add(before, -1)
      add(after, 1)
    },
  }
}

export const calendarFor = (
  plan: Plan,
  days: DueDays,
  card: { readonly id: CardId; readonly concept: ConceptId | null },
  siblings: readonly CardId[],
): Calendar => {
  const own = days.of(card.id)
  const theirs = siblings.flatMap((id) => (id === card.id ? [] : (days.of(id) ?? [])))
  return {
    due: (day) => (days.counts.get(day) ?? 0) - (day === own ? 1 : 0),
    siblingDistance: (day) => theirs.reduce((least, other) => Math.min(least, Math.abs(other - day)), Infinity),
    share: (day) => shares[loadOn(plan, day)],
    closed: (day) => loadOn(plan, day) === 'none',
    balance: plan.balance,
  }
}

/** A calendar with nothing in it. */
export const emptyCalendar: Calendar = {
  due: () => 0,
  siblingDistance: () => Infinity,
  share: () => 1,
  closed: () => false,
  balance: false,
}
