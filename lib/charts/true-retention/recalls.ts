import type { ReviewEvent } from '@/lib/schedule/event'
import { historyOf } from '@/lib/schedule/history'
import { studyDay } from '@/lib/schedule/study-day'

/** One long-term memory put to the test: the first showing of a learned card on a study day. */
export interface Recall {
  readonly day: number
  /** The interval that ended here was at least three weeks. */
  readonly mature: boolean
  readonly right: boolean
}

/** Where young ends and mature begins, days; the field's convention. */
export const matureFrom = 21

/**
 * Every recall that says something about memory: short steps and second showings on a day say nothing about it. `hard` is
 * a recall.
 */
export const recalls = (events: readonly ReviewEvent[]): readonly Recall[] => {
  const found: Recall[] = []
  for (const { before, event } of historyOf(events)) {
    if (event.kind !== 'grade' || before.memory.kind !== 'review') continue
    const day = studyDay(event)
    if (before.memory.lastDay >= day) continue
    found.push({ day, mature: before.memory.intervalDays >= matureFrom, right: event.grade !== 'again' })
  }
  return found
}
