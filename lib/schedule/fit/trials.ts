import { type Grade, grades } from '@/lib/core/grade'
import type { ReviewEvent } from '../event'
import { standing } from '../standing'
import { studyDay } from '../study-day'

/** One grade as FSRS is fitted to it: the rating 1..4 and the whole study days since the one before. */
export interface Trial {
  readonly rating: number
  readonly days: number
  /** ms since 1970. */
  readonly at: number
}

const ratingOf = (grade: Grade): number => grades.indexOf(grade) + 1

/**
 * The grades of one card's events since it was last new. What was undone never was, what was reset is another card's history,
 * and days never run backwards: as in the fold that the intervals come from.
 */
export const trialsOf = (events: readonly ReviewEvent[]): readonly Trial[] => {
  let trials: Trial[] = []
  let last = 0
  for (const deed of standing(events).deeds) {
    if (deed.kind === 'reset') trials = []
    if (deed.kind !== 'grade') continue
    const day = trials.length === 0 ? studyDay(deed) : Math.max(last, studyDay(deed))
    trials.push({ rating: ratingOf(deed.grade), days: trials.length === 0 ? 0 : day - last, at: deed.at })
    last = day
  }
  return trials
}
