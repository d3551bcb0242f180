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
  /** The same queue until the day, what is asked of it or a state changes: it is asked many times for one card. */
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
  const make: SittingQueue['at'] =
    only === undefined
      ? (shelf, states, moment, plan, pace, extra) =>
          buildQueue(order.of(shelf, states, studyDay(moment), plan), states, moment, plan, pace, extra)
      : (shelf, states, moment) => chosenQueue({ cards: only, since: now }, shelf.cards, states, moment)
  let made: { readonly of: readonly unknown[]; readonly queue: Queue } | null = null
  return {
    forget: () => {
      made = null
      order.forget()
    },
    changed: (cardId) => {
      made = null
      order.changed(cardId)
    },
    at: (shelf, states, moment, plan, pace, extra) => {
      const of = [shelf, studyDay(moment), plan, pace, extra]
      if (made === null || of.some((one, place) => one !== made?.of[place])) {
        made = { of, queue: make(shelf, states, moment, plan, pace, extra) }
      }
      return made.queue
    },
    done: ({ grades }) => (only === undefined ? grades : grades.filter(({ at }) => at >= now)).length,
  }
}
