import type { DeckId } from '@/lib/core/id'
import type { Pace } from './class-pace'
import type { ReviewEvent } from './event'
import { type PlannedExam, withGoal, withScore } from './exam-goal'
import { defaultParameters, type Scheduler } from './fsrs'
import type { Load, PlanChange } from './plan-change'
import { defaultPreset, type Preset } from './preset'
import { schedulerFor } from './schedulers'
import { standing } from './standing'

/** Study days away from the cards, both ends included. */
export interface Break {
  readonly id: string
  readonly from: number
  readonly to: number
}

/**
 * How a learner studies: the fold of their plan events, alike on every device that has them. It decides what the next label
 * says; what a grade was given under is in the grade itself.
 */
export interface Plan {
  /** For every deck without its own. */
  readonly preset: Preset
  readonly decks: ReadonlyMap<DeckId, Preset>
  /** Sunday first. */
  readonly weekdays: readonly Load[]
  readonly days: ReadonlyMap<number, Load>
  /** By first day. */
  readonly breaks: readonly Break[]
  /** Minutes a day promised for a backlog; null when none is being worked off. */
  readonly catchUp: number | null
  readonly parameters: string
  readonly balance: boolean
  readonly dayStartsAt: number
  /** Exams to prepare for, and those that are over; by day. */
  readonly exams: readonly PlannedExam[]
  /** How fast a class learns a deck. No choice of the learner's and so no event: the server tells it with the decks. */
  readonly paces: ReadonlyMap<DeckId, Pace>
}

export const defaultPlan: Plan = {
  preset: defaultPreset,
  decks: new Map(),
  weekdays: Array<Load>(7).fill('full'),
  days: new Map(),
  breaks: [],
  catchUp: null,
  parameters: defaultParameters.name,
  balance: true,
  dayStartsAt: 4,
  exams: [],
  paces: new Map(),
}

const without = <K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> => {
  const copy = new Map(map)
  copy.delete(key)
  return copy
}

export const changePlan = (plan: Plan, change: PlanChange): Plan => {
  switch (change.about) {
    case 'preset': {
      if (change.deck === null) return { ...plan, preset: change.preset ?? defaultPreset }
      const deck = change.deck as DeckId
      return {
        ...plan,
        decks: change.preset ? new Map([...plan.decks, [deck, change.preset]]) : without(plan.decks, deck),
      }
    }
    case 'weekdays':
      return change.loads.length === 7 ? { ...plan, weekdays: change.loads } : plan
    case 'day':
      return {
        ...plan,
        days: change.load ? new Map([...plan.days, [change.day, change.load]]) : without(plan.days, change.day),
      }
    case 'break': {
      const { id, span } = change
      const others = plan.breaks.filter((one) => one.id !== id)
      if (!span || span.to < span.from) return { ...plan, breaks: others }
      return { ...plan, breaks: [...others, { id, ...span }].sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1)) }
    }
    case 'catch-up':
      return { ...plan, catchUp: change.minutes }
    case 'parameters':
      return { ...plan, parameters: change.name }
    case 'balance':
      return { ...plan, balance: change.on }
    case 'day-start':
      return { ...plan, dayStartsAt: change.hour }
    case 'exam':
      return { ...plan, exams: withGoal(plan.exams, change.id, change.goal) }
    case 'exam-score':
      return { ...plan, exams: withScore(plan.exams, change.exam, change.id, change.score) }
  }
}

/** The plan after its events, in whatever order and however often they are given. */
export const foldPlan = (events: readonly ReviewEvent[]): Plan =>
  standing(events).deeds.reduce(
    (plan, deed) => (deed.kind === 'plan' ? changePlan(plan, deed.change) : plan),
    defaultPlan,
  )

export const presetOf = (plan: Plan, deck: DeckId | null): Preset =>
  (deck === null ? undefined : plan.decks.get(deck)) ?? plan.preset

/** The scheduler of the next grade of a deck's cards. */
export const schedulerIn = (plan: Plan, deck: DeckId | null): Scheduler =>
  schedulerFor(plan.parameters, presetOf(plan, deck))

export const breakOn = (plan: Plan, day: number): Break | null =>
  plan.breaks.find(({ from, to }) => from <= day && day <= to) ?? null

/** What a study day may ask. A break goes before a single day, and a single day before its weekday. */
export const loadOn = (plan: Plan, day: number): Load => {
  if (breakOn(plan, day)) return 'none'
  // Study day 0 was a Thursday.
  return plan.days.get(day) ?? plan.weekdays[(((day + 4) % 7) + 7) % 7] ?? 'full'
}

export const shares: { readonly [L in Load]: number } = { full: 1, light: 0.5, none: 0 }
