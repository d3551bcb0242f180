import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import { chosenQueue } from '@/lib/schedule/chosen-queue'
import type { Plan } from '@/lib/schedule/plan'
import { buildQueue, type Extra, type Queue } from '@/lib/schedule/queue'
import { type Moment, studyDay } from '@/lib/schedule/study-day'
import { type DayOrder, makeDayOrder } from './day-order'
import type { Diary } from './diary'
import type { Shelf } from './shelf'

/** Where a sitting takes its cards from. */
export interface SittingQueue extends Pick<DayOrder, 'forget' | 'changed'> {
  readonly at: (
    shelf: Shelf,
    states: ReadonlyMap<CardId, CardState>,
    moment: Moment,
    plan: Plan,
    pace: number,
    extra: Extra,
  ) => Queue
  /** Grades that count for the hairline. */
  readonly done: (diary: Diary) => number
}

/** The day's own queue; or where cards are named, those, from now on. */
export const makeSittingQueue = (only: readonly CardId[] | undefined, now: number): SittingQueue => {
  const order = makeDayOrder()
  const { forget, changed } = order
  if (only === undefined) {
    return {
      forget,
      changed,
      at: (shelf, states, moment, plan, pace, extra) =>
        buildQueue(order.of(shelf, states, studyDay(moment), plan), states, moment, plan, pace, extra),
      done: ({ grades }) => grades.length,
    }
  }
  const chosen = { cards: only, since: now }
  return {
    forget,
    changed,
    at: (shelf, states, moment) => chosenQueue(chosen, shelf.cards, states, moment),
    done: ({ grades }) => grades.filter(({ at }) => at >= now).length,
  }
}
