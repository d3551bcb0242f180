import { calendarFor, type DueDays } from '@/lib/schedule/calendar'
import type { CardState } from '@/lib/schedule/card-state'
import type { Scheduler } from '@/lib/schedule/fsrs'
import { intervalLabel } from '@/lib/schedule/label'
import { type GradeOutcome, outcomes } from '@/lib/schedule/outcomes'
import { type Plan, presetOf, schedulerIn } from '@/lib/schedule/plan'
import type { Moment } from '@/lib/schedule/study-day'
import type { GradeChoice } from '../session-state'
import type { Shelf } from './shelf'

/** What the buttons promise, and all that a grade must carry for the promise to be kept. */
export interface Weighed {
  readonly scheduler: Scheduler
  readonly outcomes: readonly GradeOutcome[]
  /** Those with a button: four, or two where the learner wants no more. */
  readonly choices: readonly GradeChoice[]
}

/** The four outcomes of a card as a grade given at `moment` would store them, with the days to come as they stand. */
export const weigh = (state: CardState, moment: Moment, plan: Plan, days: DueDays, shelf: Shelf): Weighed => {
  const place = shelf.cards.get(state.cardId)
  const concept = place?.concept ?? null
  const deck = place?.deck ?? null
  const scheduler = schedulerIn(plan, deck)
  const calendar = calendarFor(plan, days, { id: state.cardId, concept }, shelf.siblings(concept))
  const four = outcomes(state, moment, scheduler, calendar)
  const two = presetOf(plan, deck).buttons === 'two'
  return {
    scheduler,
    outcomes: four,
    choices: four
      .filter(({ grade }) => !two || grade === 'again' || grade === 'good')
      .map(({ grade, interval }) => ({ grade, interval, label: intervalLabel(interval) })),
  }
}
