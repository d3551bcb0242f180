import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import { breakOn, loadOn, type Plan } from '@/lib/schedule/plan'
import { buildQueue, type Queue, queueCounts } from '@/lib/schedule/queue'
import type { Moment } from '@/lib/schedule/study-day'
import { minutesLeft } from '@/lib/schedule/workload'
import type { SessionSummary } from '../session-state'
import { type Diary, recalledShare } from './diary'
import type { Shelf } from './shelf'

const dayMs = 86_400_000

/** What the day brought and what tomorrow will ask. */
export const summarise = (
  shelf: Shelf,
  states: ReadonlyMap<CardId, CardState>,
  diary: Diary,
  day: { readonly queue: Queue; readonly now: Moment; readonly plan: Plan; readonly meanMs: number },
): SessionSummary => {
  const { queue, now, plan, meanMs } = day
  const introduced = (cardId: CardId) => states.get(cardId)?.introducedDay === queue.today
  const counts = queueCounts(buildQueue(shelf.order, states, { ...now, at: now.at + dayMs }, plan, meanMs))
  const spentMs = diary.grades.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return {
    reviewed: diary.grades.length,
    minutes: Math.round(spentMs / 60_000),
    recalled: recalledShare(diary, introduced),
    learned: [...shelf.cards.values()].flatMap(({ card: { id, heading } }) =>
      introduced(id) ? [{ cardId: id, heading }] : [],
    ),
    tomorrow: { due: counts.due + counts.learning, new: counts.new, minutes: minutesLeft(counts, meanMs) },
    moreNew: queue.moreNew,
    left: queue.left,
    dayOff: loadOn(plan, queue.today) === 'none',
    backSoon: breakOn(plan, queue.today)?.to ?? null,
  }
}
