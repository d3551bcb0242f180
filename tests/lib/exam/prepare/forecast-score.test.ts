import { describe, expect, it } from 'vitest'
import { makeRng } from '@/lib/core/rng'
import { biasAfter, biasOfReviews, calibrationOf, forecastScore, testsIn } from '@/lib/exam/prepare/forecast-score'
import type { ExamScore } from '@/lib/schedule/exam-goal'
import { emptyReviews, type Reviews, rowFlags } from '@/lib/schedule/ledger'

const unbiased = { mean: 0, deviation: 0 }
const unit = (seed: string) => {
  const rng = makeRng(seed)
  return () => rng.uint32() / 2 ** 32
}

/** Reviews that the model gave this chance, of a learner who recalls with another. */
const reviewsOf = (count: number, predicted: number, real: number): Reviews => {
  const u = unit(`reviews ${real}`)
  const reviews = emptyReviews(count)
  for (let row = 0; row < count; row++) {
    reviews.flags[row] = rowFlags.tested
    reviews.predicted[row] = predicted
    reviews.grade[row] = u() < real ? 2 : 0
  }
  return reviews
}
const scoreOf = (share: number, change: Partial<ExamScore> = {}): ExamScore => ({
  kind: 'exam',
  day: 20_800,
  share,
  questions: 40,
  forecast: { score: 0.8, low: 0.7, high: 0.9, raw: 0.8 },
  ...change,
})

describe('a forecast', () => {
  it('is the mean of the chances by weight', () => {
    const forecast = forecastScore(
      [
        { recall: 0.9, weight: 3 },
        { recall: 0.5, weight: 1 },
      ],
      40,
      unbiased,
    )
    expect(forecast?.score).toBeCloseTo(0.8, 10)
    expect(forecast?.raw).toBeCloseTo(0.8, 10)
  })

  it('holds four of five simulated exams, whether few cards are asked or all', () => {
    for (const questions of [10, 60]) {
      const u = unit(`exam of ${questions}`)
      const chances = Array.from({ length: 60 }, () => ({ recall: 0.3 + 0.7 * u(), weight: 1 }))
      const forecast = forecastScore(chances, questions, unbiased)
      if (forecast === null) throw new Error('no forecast')
      let inside = 0
      const exams = 2000
      for (let i = 0; i < exams; i++) {
        const asked = [...chances]
          .map((chance) => ({ chance, order: u() }))
          .sort((a, b) => a.order - b.order)
          .slice(0, questions)
        const share = asked.filter(({ chance }) => u() < chance.recall).length / questions
        if (share >= forecast.low && share <= forecast.high) inside++
      }
      // Scores come in steps of one question, so that the share cannot be exact.
      expect(inside / exams, `${questions} questions`).toBeGreaterThan(0.74)
      expect(inside / exams, `${questions} questions`).toBeLessThan(0.92)
    }
  })

  it('is wider where less is known of the learner, and nothing without cards', () => {
    const chances = Array.from({ length: 50 }, () => ({ recall: 0.8, weight: 1 }))
    const width = (deviation: number) => {
      const forecast = forecastScore(chances, 40, { mean: 0, deviation })
      return (forecast?.high ?? 0) - (forecast?.low ?? 0)
    }
    expect(width(0.5)).toBeGreaterThan(width(0.1))
    expect(forecastScore([], 40, unbiased)).toBeNull()
  })

  it('is never sure of itself, however fresh or unknown the cards are', () => {
    const both = [
      { recall: 1, weight: 1 },
      { recall: 0, weight: 1 },
    ]
    const forecast = forecastScore(both, 2, unbiased)
    expect(forecast?.score).toBeCloseTo(0.5, 2)
    expect((forecast?.high ?? 0) - (forecast?.low ?? 0), 'two questions tell little').toBeGreaterThan(0.3)
  })

  it('never makes a card known that was not begun', () => {
    const sure = { mean: 2, deviation: 0 }
    expect(forecastScore([{ recall: 0, weight: 1 }], 10, sure)?.score).toBe(0)
  })
})

describe('what is learned of a learner', () => {
  it('leans to the side on which their reviews lay, the more of them the surer', () => {
    const few = biasOfReviews(reviewsOf(20, 0.9, 0.75))
    const many = biasOfReviews(reviewsOf(2000, 0.9, 0.75))
    expect(many.mean, 'from nine of ten to three of four').toBeCloseTo(-1.1, 1)
    expect(many.deviation).toBeLessThan(few.deviation)
    expect(testsIn(reviewsOf(20, 0.9, 0.75))).toBe(20)
    const nothing = biasOfReviews(emptyReviews(0))
    expect(nothing.mean).toBe(0)
    expect(nothing.deviation).toBeCloseTo(0.35, 10)
  })

  it('lets earlier scores move the forecast towards themselves and narrow it', () => {
    const before = biasAfter(unbiased, [])
    const after = biasAfter(unbiased, [scoreOf(0.6), scoreOf(0.65)])
    expect(after.mean).toBeLessThan(-0.3)
    expect(after.deviation).toBeLessThan(before.deviation)
    expect(biasAfter(unbiased, [scoreOf(0.6, { forecast: null })]), 'what was not foretold says nothing').toEqual(
      before,
    )
  })
})

describe('the calibration', () => {
  it('counts what lay inside and how far the others were off', () => {
    expect(calibrationOf([])).toBeNull()
    const scores = [scoreOf(0.8), scoreOf(0.9), scoreOf(0.5), scoreOf(0.4, { forecast: null })]
    const calibration = calibrationOf(scores)
    expect(calibration).toMatchObject({ foretold: 3, inside: 2 })
    expect(calibration?.brier).toBeCloseTo((0 + 0.01 + 0.09) / 3, 10)
  })
})
