import {
  checkParameters,
  default_w,
  type Card as FsrsCard,
  type Grade as FsrsGrade,
  forgetting_curve,
  fsrs,
  GenSeedStrategyWithCardId,
  Rating,
  State,
  StrategyMode,
} from 'ts-fsrs'
import type { Grade } from '@/lib/core/grade'
import type { CardId } from '@/lib/core/id'
import type { Learned, Memory } from './card-state'

/** Everything that decides an interval; its id is written into every grade, so that history replays as it was shown. */
export interface ParameterSet {
  readonly id: string
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[]
  /** Chance of recall at which a card comes due, 0.7..0.99. */
  readonly retention: number
}

export interface Scheduler {
  readonly algorithm: string
  readonly parameters: string
  /** Memory after a grade on study day `today` at instant `at`; `reps` counts the grades before this one. */
  readonly grade: (
    memory: Memory,
    asked: { cardId: CardId; reps: number; today: number; at: number },
    grade: Grade,
  ) => Memory
  /** Chance of recall on a study day, 0..1, counted in whole study days as FSRS-6 was fitted. */
  readonly retrievability: (learned: Learned, today: number) => number
}

export const defaultParameters: ParameterSet = { id: 'default', weights: default_w, retention: 0.9 }

const ratings: { readonly [G in Grade]: FsrsGrade } = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
}
const dayMs = 86_400_000

/**
 * FSRS-6 by ts-fsrs, told only whole study days: left alone it would count UTC days, and throw when a day runs backwards.
 * Fuzz is seeded by card and repetition, so that what a button promises is what is stored.
 *
 * @throws when the parameters are not 21 finite weights, or the retention is outside 0.7..0.99; the library would quietly use its own.
 */
export const makeScheduler = (set: ParameterSet): Scheduler => {
  if (set.weights.length !== 21)
    throw new Error(`FSRS-6 takes 21 weights, parameter set ${set.id} has ${set.weights.length}.`)
  checkParameters([...set.weights])
  if (!(set.retention >= 0.7 && set.retention <= 0.99)) {
    throw new Error(`Desired retention lies in 0.7..0.99, parameter set ${set.id} asks for ${set.retention}.`)
  }
  const engine = fsrs({
    w: [...set.weights],
    request_retention: set.retention,
    enable_fuzz: true,
    enable_short_term: true,
    learning_steps: ['1m', '10m'],
    relearning_steps: ['10m'],
  }).useStrategy(StrategyMode.SEED, GenSeedStrategyWithCardId('cardId'))

  return {
    algorithm: 'fsrs-6',
    parameters: set.id,
    grade: (memory, { cardId, reps, today, at }, grade) => {
      const day = memory.kind === 'new' ? today : Math.max(today, memory.lastDay)
      const card = { ...toFsrs(memory, reps, day), cardId }
      const { card: next } = engine.next(card, new Date(day * dayMs), ratings[grade])
      const learned = { stability: next.stability, difficulty: next.difficulty, lastAt: at, lastDay: day }
      if (next.state === State.Review) {
        return { kind: 'review', ...learned, intervalDays: next.scheduled_days, dueDay: day + next.scheduled_days }
      }
      const dueAt = at + (next.due.getTime() - day * dayMs)
      return {
        kind: next.state === State.Learning ? 'learning' : 'relearning',
        ...learned,
        step: next.learning_steps,
        dueAt,
      }
    },
    retrievability: ({ stability, lastDay }, today) =>
      forgetting_curve([...set.weights], Math.max(0, today - lastDay), stability),
  }
}

const states = { new: State.New, learning: State.Learning, review: State.Review, relearning: State.Relearning } as const

const toFsrs = (memory: Memory, reps: number, day: number): FsrsCard => {
  const blank = { elapsed_days: 0, scheduled_days: 0, learning_steps: 0, reps, lapses: 0, state: states[memory.kind] }
  if (memory.kind === 'new') return { ...blank, due: new Date(day * dayMs), stability: 0, difficulty: 0 }
  const last = new Date(memory.lastDay * dayMs)
  const { stability, difficulty } = memory
  const known = { ...blank, stability, difficulty, last_review: last, due: last }
  return memory.kind === 'review'
    ? { ...known, scheduled_days: memory.intervalDays }
    : { ...known, learning_steps: memory.step }
}
