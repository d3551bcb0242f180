import { type Grade, grades } from '@/lib/core/grade'
import type { CardState, Memory } from './card-state'
import { type Interval, intervalOf } from './label'
import { currentScheduler } from './schedulers'
import { type Moment, studyDay } from './study-day'

/** What one grade would do. */
export interface GradeOutcome {
  readonly grade: Grade
  readonly memory: Memory
  readonly interval: Interval
}

/**
 * The four next memories in the order again, hard, good, easy, as a grade given now would store them: the same code folds
 * the event, and the intervals depend on the study day alone, so they hold until the day's roll-over.
 */
export const outcomes = (state: CardState, now: Moment): readonly GradeOutcome[] => {
  const asked = { cardId: state.cardId, reps: state.reps, today: studyDay(now), at: now.at }
  return grades.map((grade) => {
    const memory = currentScheduler.grade(state.memory, asked, grade)
    const interval = intervalOf(memory)
    if (!interval) throw new Error(`Grading ${state.cardId} left it new.`)
    return { grade, memory, interval }
  })
}
