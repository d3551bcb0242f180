import type { CardId, EventId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { planSubject, type ReviewEvent } from '@/lib/schedule/event'
import { foldPlan } from '@/lib/schedule/plan'
import { apply, fold, foldCard } from '@/lib/schedule/replay'
import { randomHistory, shuffle } from './history'

/** States and plan: whatever an order of arrival could change. */
const bytes = (states: ReadonlyMap<CardId, CardState>, events: readonly ReviewEvent[]) => {
  const plan = foldPlan(events.filter((event) => event.cardId === planSubject))
  const sorted = <K extends string | number, V>(map: ReadonlyMap<K, V>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([sorted(states), { ...plan, decks: sorted(plan.decks), days: sorted(plan.days) }])
}

/** What a device does: one event after the other, a replay of the card where apply asks for it. */
const oneByOne = (events: readonly ReviewEvent[]) => {
  const states = new Map<CardId, CardState>()
  const log = new Map<EventId, ReviewEvent>()
  for (const event of events) {
    log.set(event.id, event)
    const history = () => [...log.values()].filter((one) => one.cardId === event.cardId)
    const before = states.get(event.cardId) ?? newCardState(event.cardId)
    states.set(event.cardId, apply(before, event) ?? foldCard(event.cardId, history()))
  }
  return states
}

/** Random histories whose states depend on the order or the repetition of their events, in three orders each. Soaks pass a larger count. */
export const divergentHistories = (seeds: number): readonly string[] => {
  const divergent: string[] = []
  for (let seed = 0; seed < seeds; seed++) {
    const history = randomHistory(seed)
    const expected = bytes(fold(history), history)
    for (let order = 0; order < 3; order++) {
      const arrival = shuffle([...history, ...history.slice(0, order * 5)], `${seed}/${order}`)
      if (bytes(fold(arrival), arrival) !== expected) divergent.push(`seed ${seed}, order ${order}, whole`)
      if (bytes(oneByOne(arrival), arrival) !== expected) divergent.push(`seed ${seed}, order ${order}, one by one`)
    }
  }
  return divergent
}
