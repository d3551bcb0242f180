import type { Grade } from '@/lib/core/grade'
import type { Calendar } from './calendar'
import type { CardState } from './card-state'
import type { ReviewEvent } from './event'
import type { Scheduler } from './fsrs'
import { historyOf } from './history'
import { type Interval, intervalOf } from './label'
import { type GradeOutcome, outcomes } from './outcomes'
import { foldCard } from './replay'
import type { Shift } from './shift'
import type { Deed } from './standing'
import { dateOfStudyDay, type Moment, studyDay } from './study-day'
import { shortName } from './weights'

/** One line of a card's history. */
export interface Line {
  readonly date: string
  readonly kind: Deed['kind']
  readonly grade: Grade | null
  /** Chance of recall on that day before the grade; null for a card that was new. */
  readonly recall: number | null
  /** Both after the grade. */
  readonly stability: number | null
  readonly difficulty: number | null
  readonly interval: Interval | null
  readonly shift: Shift | null
  readonly seconds: number | null
  readonly parameters: string | null
}

/** Everything that stands behind the date of a card, in numbers; the screen finds the words. */
export interface Explanation {
  readonly state: CardState
  readonly today: number
  readonly recall: number | null
  readonly dueDate: string | null
  readonly lastDate: string | null
  /** Recall from the last review on, a point a step, for a curve. */
  readonly curve: readonly { readonly day: number; readonly recall: number }[]
  /** The card's due day counted from its last review; null while it has none. */
  readonly dueAfter: number | null
  readonly outcomes: readonly GradeOutcome[]
  readonly retention: number
  readonly longest: number
  readonly algorithm: string
  /** `default`, or the short name of a fitted set. */
  readonly parameters: string
  /** The shift of the interval the card is in. */
  readonly lastShift: Shift | null
  /** The latest first. */
  readonly history: readonly Line[]
}

const curvePoints = 60

const nameOfSet = (parameters: string): string => (parameters === 'default' ? parameters : shortName(parameters))

const curveOf = (state: CardState, today: number, scheduler: Scheduler): Explanation['curve'] => {
  const { memory } = state
  if (memory.kind === 'new') return []
  const wanted = memory.kind === 'review' ? memory.intervalDays : 1
  const last = Math.max(2, Math.ceil(1.6 * Math.max(wanted, today - memory.lastDay)))
  const step = Math.max(1, Math.ceil(last / curvePoints))
  const days = Array.from({ length: Math.floor(last / step) + 1 }, (_, i) => i * step)
  return days.map((day) => ({ day, recall: scheduler.retrievability(memory, memory.lastDay + day) }))
}

const linesOf = (events: readonly ReviewEvent[], scheduler: Scheduler): readonly Line[] => {
  const told = historyOf(events)
  return told
    .map(({ before, event }, i): Line => {
      const day = studyDay(event)
      const date = dateOfStudyDay(day)
      const nothing = { recall: null, stability: null, difficulty: null, interval: null, shift: null, seconds: null }
      if (event.kind !== 'grade') return { ...nothing, date, kind: event.kind, grade: null, parameters: null }
      const after = told[i + 1]?.before ?? foldCard(event.cardId, events)
      const { memory } = after
      const known = memory.kind === 'new' ? null : memory
      return {
        date,
        kind: 'grade',
        grade: event.grade,
        recall: before.memory.kind === 'new' ? null : scheduler.retrievability(before.memory, day),
        stability: known?.stability ?? null,
        difficulty: known?.difficulty ?? null,
        interval: intervalOf(memory),
        shift: event.shift ?? null,
        seconds: Math.round(event.durationMs / 1000),
        parameters: nameOfSet(event.parameters),
      }
    })
    .reverse()
}

export const explain = (
  state: CardState,
  events: readonly ReviewEvent[],
  now: Moment,
  scheduler: Scheduler,
  calendar: Calendar,
): Explanation => {
  const { memory } = state
  const today = studyDay(now)
  const history = linesOf(events, scheduler)
  return {
    state,
    today,
    recall: memory.kind === 'new' ? null : scheduler.retrievability(memory, today),
    dueDate: memory.kind === 'review' ? dateOfStudyDay(memory.dueDay) : null,
    lastDate: memory.kind === 'new' ? null : dateOfStudyDay(memory.lastDay),
    curve: curveOf(state, today, scheduler),
    dueAfter: memory.kind === 'review' ? memory.intervalDays : null,
    outcomes: outcomes(state, now, scheduler, calendar),
    retention: scheduler.terms.retention,
    longest: scheduler.terms.longest,
    algorithm: scheduler.algorithm,
    parameters: nameOfSet(scheduler.parameters),
    lastShift: memory.kind === 'review' ? (history.find((line) => line.kind === 'grade')?.shift ?? null) : null,
    history,
  }
}
