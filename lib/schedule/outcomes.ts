import { type Grade, grades } from '@/lib/core/grade'
import { type Calendar, emptyCalendar } from './calendar'
import type { CardState, Memory } from './card-state'
import type { Scheduler } from './fsrs'
import { type Interval, intervalOf } from './label'
import { reach, type Shift, shifted } from './shift'
import { spread } from './spread'
import { type Moment, studyDay } from './study-day'

/** What one grade would do. */
export interface GradeOutcome {
  readonly grade: Grade
  readonly memory: Memory
  readonly interval: Interval
  /** What the memory model alone would say, days; null within the day. */
  readonly base: number | null
  /** To be written into the grade; null within the day. */
  readonly shift: Shift | null
}

/**
 * The four next memories in the order again, hard, good, easy, as a grade given now would store them: the same code folds
 * the event, which carries the shift, so they hold until the day's roll-over whatever the days hold by then.
 */
export const outcomes = (
  state: CardState,
  now: Moment,
  scheduler: Scheduler,
  calendar: Calendar = emptyCalendar,
): readonly GradeOutcome[] => {
  const asked = { cardId: state.cardId, reps: state.reps, today: studyDay(now), at: now.at }
  const day = state.memory.kind === 'new' ? asked.today : Math.max(asked.today, state.memory.lastDay)
  const { longest } = scheduler.terms
  let before = 0
  return grades.map((grade) => {
    const { next } = scheduler.raw(state.memory, day, grade)
    const base = next.kind === 'days' ? next.days : null
    let shift: Shift | null = null
    if (base !== null) {
      const at = { cardId: state.cardId, reps: state.reps, today: day, longest }
      const free = spread(base, scheduler.window(state.memory, day, base), at, calendar)
      shift = inOrder(base, free, grade === 'hard' ? before : before + 1, longest)
      if (grade !== 'again') before = shifted(base, shift, longest)
    }
    const memory = scheduler.grade(state.memory, asked, grade, shift ?? undefined)
    const interval = intervalOf(memory)
    if (!interval) throw new Error(`Grading ${state.cardId} left it new.`)
    return { grade, memory, interval, base, shift }
  })
}

/** A better grade never waits less: moves that would cross are taken further. */
const inOrder = (base: number, shift: Shift, least: number, longest: number): Shift => {
  const days = shifted(base, shift, longest)
  const wanted = Math.min(Math.max(days, least), reach(base, longest).most)
  return { ...shift, balance: shift.balance + wanted - (base + shift.fuzz + shift.balance + shift.easy) }
}
