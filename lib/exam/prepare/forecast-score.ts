import type { ExamScore, Forecast } from '@/lib/schedule/exam-goal'
import type { Reviews } from '@/lib/schedule/ledger'
import { rowFlags } from '@/lib/schedule/ledger'

/** The chance of one card on the day, and what it counts. */
export interface Chance {
  readonly recall: number
  readonly weight: number
}

/**
 * How far a learner's recall has lain from what the memory model said, on the scale of log odds, and how sure that is: 0
 * with nothing known.
 */
export interface Bias {
  readonly mean: number
  readonly deviation: number
}

/** Before any review tells, a model fits a learner to within this much log odds. */
const modelDeviation = 0.35
/** Questions of an exam are other words than the cards: so much more is open. */
const transferDeviation = 0.3
/** A good or a bad day. */
const dayDeviation = 0.2
/** Of a normal distribution, the middle 80 %. */
const inside = 1.2816
const extreme = 0.001

/** No recall is sure on the day, and what was never learned may be guessed: so much is always open. */
const surprise = 0.05

const clipped = (p: number): number => Math.min(1 - extreme, Math.max(extreme, p))
const logit = (p: number): number => Math.log(clipped(p) / (1 - clipped(p)))
const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

const again = 0
const mostTests = 2000

/** How many reviews of a ledger put a memory to the test; the latest count, up to 2,000. */
export const testsIn = ({ flags, length }: Reviews): number => {
  let tests = 0
  for (let row = 0; row < length; row++) if (((flags[row] ?? 0) & rowFlags.tested) !== 0) tests++
  return Math.min(tests, mostTests)
}

const newtonSteps = 8

/** What a learner's own tested reviews say of the model: the likeliest bias, by Newton's method, from a prior around none. */
export const biasOfReviews = ({ flags, day, grade, predicted, length }: Reviews): Bias => {
  const rows: number[] = []
  for (let row = 0; row < length; row++) if (((flags[row] ?? 0) & rowFlags.tested) !== 0) rows.push(row)
  rows.sort((a, b) => (day[b] ?? 0) - (day[a] ?? 0) || b - a)
  const tests = rows
    .slice(0, mostTests)
    .map((row) => ({ odds: logit(predicted[row] ?? 0), recalled: grade[row] === again ? 0 : 1 }))
  const prior = 1 / modelDeviation ** 2
  let mean = 0
  let information = prior
  for (let i = 0; i < newtonSteps; i++) {
    let slope = -mean * prior
    information = prior
    for (const { odds, recalled } of tests) {
      const p = logistic(odds + mean)
      slope += recalled - p
      information += p * (1 - p)
    }
    mean += slope / information
  }
  return { mean, deviation: 1 / Math.sqrt(information) }
}

/** The bias after scores that were foretold and reached: each moves it by what it says against what was known before. */
export const biasAfter = (bias: Bias, scores: readonly ExamScore[]): Bias => {
  let { mean } = bias
  let variance = bias.deviation ** 2 + transferDeviation ** 2
  for (const { forecast, share, questions } of scores) {
    if (forecast === null) continue
    const p = clipped(forecast.raw)
    const noise = 1 / (questions * p * (1 - p)) + dayDeviation ** 2
    const trust = variance / (variance + noise)
    mean += trust * (logit(share) - logit(p) - mean)
    variance *= 1 - trust
  }
  return { mean, deviation: Math.sqrt(variance) }
}

/**
 * The score to expect of `questions` drawn from the cards by weight, and the interval it lies in four times out of five: luck
 * with the questions and with each recall, and what is not known of the learner. Null without cards.
 */
export const forecastScore = (chances: readonly Chance[], questions: number, bias: Bias): Forecast | null => {
  const total = chances.reduce((sum, { weight }) => sum + weight, 0)
  if (total <= 0) return null
  let raw = 0
  let mean = 0
  let luck = 0
  for (const { recall, weight } of chances) {
    // A card never begun is not known, whatever the learner's bias.
    const p = recall <= 0 ? 0 : logistic(logit(recall) + bias.mean)
    raw += (weight / total) * recall
    mean += (weight / total) * p
    const open = Math.min(1 - surprise, Math.max(surprise, p))
    luck += (weight / total) * open * (1 - open)
  }
  const between = Math.max(0, mean * (1 - mean) - luck)
  const drawn = Math.max(0, 1 - questions / chances.length)
  const variance = (luck + between * drawn) / questions + (luck * bias.deviation) ** 2
  const reach = inside * Math.sqrt(variance)
  return { score: mean, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach), raw }
}

/** How good forecasts turned out to be. */
export interface Calibration {
  readonly foretold: number
  /** Scores that lay inside their interval; four of five are wanted. */
  readonly inside: number
  /** Mean of the squared difference of score and forecast: Brier's score, 0 is perfect. */
  readonly brier: number
}

/** Null while no score was foretold. */
export const calibrationOf = (scores: readonly ExamScore[]): Calibration | null => {
  const told = scores.flatMap(({ share, forecast }) => (forecast === null ? [] : [{ share, forecast }]))
  if (told.length === 0) return null
  return {
    foretold: told.length,
    inside: told.filter(({ share, forecast }) => forecast.low <= share && share <= forecast.high).length,
    brier: told.reduce((sum, { share, forecast }) => sum + (share - forecast.score) ** 2, 0) / told.length,
  }
}
