import {
  BasicLearningStepsStrategy,
  checkParameters,
  default_w,
  type Grade as FsrsGrade,
  forgetting_curve,
  fsrs,
  get_fuzz_range,
  Rating,
  State,
} from 'ts-fsrs'
import type { Grade } from '@/lib/core/grade'
import type { CardId } from '@/lib/core/id'
import type { Learned, Memory } from './card-state'
import { plainDraw } from './draw'
import { noShift, type Shift, shifted } from './shift'
import { defaultTerms, type Terms, writeTerms } from './terms'
import { weightCount } from './weights'

/** What was fitted to a learner; its name is written into every grade, so that history replays as it was shown. */
export interface ParameterSet {
  readonly name: string
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[]
}

/** What is asked of a scheduler: which card, how often graded before, on which study day and at which instant. */
export interface Asked {
  readonly cardId: CardId
  readonly reps: number
  readonly today: number
  readonly at: number
}

/** A memory after a grade, before any day is picked: back within the day, or after whole days. */
export interface Raw {
  readonly stability: number
  readonly difficulty: number
  readonly next:
    | { readonly kind: 'step'; readonly minutes: number; readonly step: number }
    | { readonly kind: 'days'; readonly days: number }
}

export interface Scheduler {
  readonly algorithm: string
  readonly parameters: string
  readonly terms: Terms
  /** The terms as events name them. */
  readonly termsName: string
  /** Memory after a grade, its interval moved by `shift`; without one by the chance that is the card's own. */
  readonly grade: (memory: Memory, asked: Asked, grade: Grade, shift?: Shift | undefined) => Memory
  readonly raw: (memory: Memory, today: number, grade: Grade) => Raw
  /** Stability and difficulty alone, after a grade so many days later; null for a card that was new. */
  readonly remember: (
    known: Pick<Learned, 'stability' | 'difficulty'> | null,
    days: number,
    grade: Grade,
  ) => Pick<Learned, 'stability' | 'difficulty'>
  /** The intervals among which chance may choose, from `least` to `most` days. */
  readonly window: (memory: Memory, today: number, days: number) => { readonly least: number; readonly most: number }
  /** Chance of recall on a study day, 0..1, counted in whole study days as FSRS-6 was fitted. */
  readonly retrievability: (learned: Pick<Learned, 'stability' | 'lastDay'>, today: number) => number
}

export const algorithm = 'fsrs-6'
export const defaultParameters: ParameterSet = { name: 'default', weights: default_w }

const ratings: { readonly [G in Grade]: FsrsGrade } = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}
const states = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning } as const
const minute = 60_000

/** Whole study days since the memory was last touched; a clock that ran backwards counts none. */
const elapsed = (memory: Memory, today: number): number =>
  memory.kind === 'new' ? 0 : Math.max(0, today - memory.lastDay)

/**
 * FSRS-6 by ts-fsrs' formulas, told only whole study days: left alone the library would count UTC days, and throw when a day
 * runs backwards. Steps and the order of the four intervals are as its own scheduler has them.
 *
 * @throws when the parameters are not 21 finite weights, or the retention is outside 0.7..0.99; the library would quietly use its own.
 */
export const makeScheduler = (set: ParameterSet, terms: Terms = defaultTerms): Scheduler => {
  if (set.weights.length !== weightCount)
    throw new Error(`FSRS-6 takes 21 weights, parameter set ${set.name} has ${set.weights.length}.`)
  checkParameters([...set.weights])
  if (!(terms.retention >= 0.7 && terms.retention <= 0.99)) {
    throw new Error(`Desired retention lies in 0.7..0.99, these terms ask for ${terms.retention}.`)
  }
  const engine = fsrs({
    w: [...set.weights],
    request_retention: terms.retention,
    maximum_interval: terms.longest,
    enable_fuzz: false,
    enable_short_term: true,
    learning_steps: terms.learning.map((minutes) => `${minutes}m` as const),
    relearning_steps: terms.relearning.map((minutes) => `${minutes}m` as const),
  })
  // As the engine has clipped them; read once, since every read of the engine's own goes through a proxy.
  const settings = { ...engine.parameters }
  const weights = [...settings.w]

  const memoryAfter = (memory: Memory, days: number, rating: FsrsGrade) =>
    engine.next_state(memory.kind === 'new' ? null : memory, days, rating)

  /** The library keeps hard at most as long as good, and good and easy each longer than the one before. */
  const inOrder = (memory: Memory, days: number, grade: Grade, own: number): number => {
    const interval = (rating: FsrsGrade) => engine.next_interval(memoryAfter(memory, days, rating).stability, days)
    if (grade === 'hard') return Math.min(own, interval(Rating.Good))
    const hard = interval(Rating.Hard)
    if (grade === 'good') return Math.max(own, Math.min(hard, own) + 1)
    const good = interval(Rating.Good)
    return Math.max(own, Math.max(good, Math.min(hard, good) + 1) + 1)
  }

  const raw: Scheduler['raw'] = (memory, today, grade) => {
    const days = elapsed(memory, today)
    const rating = ratings[grade]
    const { stability, difficulty } = memoryAfter(memory, days, rating)
    const step = memory.kind === 'learning' || memory.kind === 'relearning' ? memory.step : 0
    const short =
      memory.kind === 'review' && grade !== 'again'
        ? undefined
        : BasicLearningStepsStrategy(settings, states[memory.kind], step)[rating]
    if (short && short.scheduled_minutes > 0) {
      const minutes = Math.round(short.scheduled_minutes)
      return { stability, difficulty, next: { kind: 'step', minutes, step: Math.max(0, short.next_step) } }
    }
    const own = engine.next_interval(stability, days)
    const ordered = memory.kind === 'review' && grade !== 'again' ? inOrder(memory, days, grade, own) : own
    return { stability, difficulty, next: { kind: 'days', days: Math.min(ordered, terms.longest) } }
  }

  const window: Scheduler['window'] = (memory, today, days) => {
    if (days < 2.5) return { least: days, most: days }
    const { min_ivl, max_ivl } = get_fuzz_range(days, elapsed(memory, today), terms.longest)
    return { least: min_ivl, most: max_ivl }
  }

  return {
    algorithm,
    parameters: set.name,
    terms,
    termsName: writeTerms(terms),
    raw,
    remember: (known, days, grade) => engine.next_state(known, days, ratings[grade]),
    window,
    grade: (memory, { cardId, reps, today, at }, grade, shift) => {
      const day = memory.kind === 'new' ? today : Math.max(today, memory.lastDay)
      const { stability, difficulty, next } = raw(memory, day, grade)
      const learned = { stability, difficulty, lastAt: at, lastDay: day }
      if (next.kind === 'step') {
        const kind = memory.kind === 'new' || memory.kind === 'learning' ? 'learning' : 'relearning'
        return { kind, ...learned, step: next.step, dueAt: at + next.minutes * minute }
      }
      const { days } = next
      const moved = shift ?? { ...noShift, fuzz: plainDraw(window(memory, day, days), cardId, reps) - days }
      const intervalDays = shifted(days, moved, terms.longest)
      return { kind: 'review', ...learned, intervalDays, dueDay: day + intervalDays }
    },
    retrievability: ({ stability, lastDay }, today) =>
      forgetting_curve(weights, Math.max(0, today - lastDay), stability),
  }
}
