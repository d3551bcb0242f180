import type { Bundle, BundledCard } from '@/lib/content/bundle'
import type { CardId, DeviceId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { buildQueue, type DailyLimits, queueCounts } from '@/lib/schedule/queue'
import { type Moment, startOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import { meanShowing, minutesLeft } from '@/lib/schedule/workload'
import { readDiary } from './session/diary'
import { makeShelf } from './session/shelf'
import type { QueueCounts } from './session-state'

/** The first page of a day, before the first card. */
export interface Today {
  readonly counts: QueueCounts
  readonly minutes: number
  /** The new cards today lets in, in order. */
  readonly fresh: readonly BundledCard[]
  readonly doneToday: number
  readonly yesterday: { readonly reviewed: number; readonly minutes: number } | null
}

const dayMs = 86_400_000

/** `events` are those of today and yesterday at least. */
export const overlookToday = (
  bundles: readonly Bundle[],
  states: ReadonlyMap<CardId, CardState>,
  events: readonly ReviewEvent[],
  at: {
    readonly now: Moment
    readonly limits: DailyLimits
    readonly deviceId: DeviceId
    readonly knows: (type: string) => boolean
  },
): Today => {
  const shelf = makeShelf(bundles, at.knows)
  const queue = buildQueue(shelf.order, states, at.now, at.limits)
  const begins = startOfStudyDay(studyDay(at.now), at.now)
  const grades = (from: number, to: number) =>
    readDiary(
      events.filter((event) => event.at >= from && event.at < to),
      at.deviceId,
    ).grades
  const yesterday = grades(begins - dayMs, begins)
  const pace = meanShowing(grades(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).map((event) => event.durationMs))
  const counts = queueCounts(queue)
  return {
    counts,
    minutes: minutesLeft(counts, pace),
    fresh: queue.fresh.flatMap(({ card }) => shelf.cards.get(card.id) ?? []),
    doneToday: grades(begins, Number.POSITIVE_INFINITY).length,
    yesterday:
      yesterday.length === 0
        ? null
        : {
            reviewed: yesterday.length,
            minutes: Math.max(1, Math.round(yesterday.reduce((sum, one) => sum + one.durationMs, 0) / 60_000)),
          },
  }
}
