import type { CardId } from '@/lib/core/id'
import { conceptWeights } from '@/lib/exam/prepare/concept-weights'
import {
  biasAfter,
  biasOfReviews,
  type Calibration,
  calibrationOf,
  forecastScore,
  testsIn,
} from '@/lib/exam/prepare/forecast-score'
import { type ExamPlan, type PlannedDay, planInSteps, type Situation } from '@/lib/exam/prepare/plan-exam'
import type { Forecast, PlannedExam } from '@/lib/schedule/exam-goal'
import type { Scheduler } from '@/lib/schedule/fsrs'
import { type Reviews, reviewsOf } from '@/lib/schedule/ledger'
import { loadOn, type Plan, schedulerIn, shares } from '@/lib/schedule/plan'
import { meanShowing } from '@/lib/schedule/workload'
import type { Library } from '@/lib/search/library'
import { cardsInScope, type ScopeCard } from './scope-cards'

/** A day that was: what was done for the exam, and what had been promised. */
export interface PastDay {
  readonly day: number
  readonly cards: number
  readonly minutes: number
  readonly promised: number
}

/** Everything the page of an exam says. Days are study days. */
export interface ExamOverview {
  readonly exam: PlannedExam
  readonly today: number
  readonly daysLeft: number
  readonly cards: readonly ScopeCard[]
  readonly begun: number
  readonly plan: ExamPlan
  /** What today has left; null when no day is left. */
  readonly part: PlannedDay | null
  /** From the day preparing began to yesterday. */
  readonly past: readonly PastDay[]
  readonly doneToday: PastDay
  /** The score to expect when the plan is kept, and when nothing more is done; null without cards. */
  readonly kept: Forecast | null
  readonly idle: Forecast | null
  /** What the forecast rests on: reviews that tested a memory, and scores reached before. */
  readonly tests: number
  readonly scores: number
  readonly calibration: Calibration | null
}

/** An exam is taken to have about so many questions. */
export const usualQuestions = 40
/** A calendar looks no further back. */
const mostPast = 120
const latestShowings = 200

const paceIn = ({ day, ms, length }: Reviews): number => {
  const rows = Array.from({ length }, (_, row) => row).sort((a, b) => (day[b] ?? 0) - (day[a] ?? 0))
  return meanShowing(rows.slice(0, latestShowings).map((row) => ms[row] ?? 0))
}

const daysOf = (
  reviews: Reviews,
): ReadonlyMap<number, { readonly cards: ReadonlySet<number>; readonly ms: number }> => {
  const days = new Map<number, { cards: Set<number>; ms: number }>()
  for (let row = 0; row < reviews.length; row++) {
    const day = reviews.day[row] ?? 0
    const sum = days.get(day) ?? { cards: new Set<number>(), ms: 0 }
    days.set(day, sum)
    sum.cards.add(reviews.card[row] ?? 0)
    sum.ms += reviews.ms[row] ?? 0
  }
  return days
}

const promisedOn = (exam: PlannedExam, plan: Plan, day: number): number => exam.minutes * shares[loadOn(plan, day)]

/** Lets the page draw when planning takes long: null goes straight on. */
export type Pause = () => Promise<void> | null

/** A pause whenever so many ms have passed without one. */
export const pauseAfter = (ms: number): Pause => {
  let since = performance.now()
  return () => {
    if (performance.now() - since < ms) return null
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now()
        resolve()
      }, 0)
    })
  }
}

const planned = async (situation: Situation, scheduler: Scheduler, pause: Pause): Promise<ExamPlan> => {
  const steps = planInSteps(situation, scheduler)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    await pause()
  }
}

/** The page of an exam as of now; the plan is made anew from the memories at hand. */
export const overlookExam = async (library: Library, exam: PlannedExam, pause: Pause): Promise<ExamOverview> => {
  const { plan: choices, ground } = library
  const { today, ledger } = ground
  const cards = cardsInScope(library, exam.scope)
  const inScope = new Set<CardId>(cards.map(({ id }) => id))
  const weights = conceptWeights(cards.map(({ id, concepts }) => ({ id, concept: concepts[0] ?? null })))
  const reviews = reviewsOf(ledger, (id) => inScope.has(id))
  const days = daysOf(reviews)
  const pastDay = (day: number): PastDay => {
    const done = days.get(day)
    return {
      day,
      cards: done?.cards.size ?? 0,
      minutes: (done?.ms ?? 0) / 60_000,
      promised: promisedOn(exam, choices, day),
    }
  }
  const doneToday = pastDay(today)
  const plan = await planned(
    {
      cards: cards.map(({ id, state }) => ({ id, memory: state.memory, weight: weights.get(id) ?? 1 })),
      today,
      examDay: exam.day,
      seconds: (day) => 60 * (promisedOn(exam, choices, day) - (day === today ? doneToday.minutes : 0)),
      pace: paceIn(ledger.reviews) / 1000,
    },
    schedulerIn(choices, null),
    pause,
  )
  const scores = choices.exams.flatMap((one) => one.scores)
  const bias = biasAfter(biasOfReviews(ledger.reviews), scores)
  const forecast = (recalls: ReadonlyMap<CardId, number>) =>
    forecastScore(
      cards.map(({ id }) => ({ recall: recalls.get(id) ?? 0, weight: weights.get(id) ?? 1 })),
      usualQuestions,
      bias,
    )
  const from = Math.max(exam.from, today - mostPast)
  return {
    exam,
    today,
    daysLeft: exam.day - today,
    cards,
    begun: cards.filter(({ state }) => state.memory.kind !== 'new').length,
    plan,
    part: plan.days[0] ?? null,
    past: Array.from({ length: Math.max(0, Math.min(today, exam.day) - from) }, (_, i) => pastDay(from + i)),
    doneToday,
    kept: forecast(plan.kept),
    idle: forecast(plan.idle),
    tests: testsIn(ledger.reviews),
    scores: scores.filter((score) => score.forecast !== null).length,
    calibration: calibrationOf(scores),
  }
}

/** The cards of today's part, in their order: what saves most first, then what is new. */
export const cardsOfPart = (part: PlannedDay): readonly CardId[] => [...part.reviews, ...part.fresh]
