import { calendarFor, type DueDays } from '@/lib/schedule/calendar'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { type Explanation, explain } from '@/lib/schedule/explain'
import { type Plan, schedulerIn } from '@/lib/schedule/plan'
import type { Moment } from '@/lib/schedule/study-day'
import type { Shelf } from './shelf'

/** What stands behind the date of a card on this shelf; null for a card that is not. */
export const explainCard = (
  state: CardState,
  events: readonly ReviewEvent[],
  now: Moment,
  plan: Plan,
  days: DueDays,
  shelf: Shelf,
): Explanation | null => {
  const place = shelf.cards.get(state.cardId)
  if (!place) return null
  const calendar = calendarFor(plan, days, place, shelf.siblings(place.concept))
  return explain(state, events, now, schedulerIn(plan, place.deck), calendar)
}
