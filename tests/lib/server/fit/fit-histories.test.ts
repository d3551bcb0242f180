import { describe, expect, it } from 'vitest'
import { chancesBy } from '@/lib/schedule/fit/chances'
import { average, measure } from '@/lib/schedule/fit/measures'
import { itemsOf, recalled, splitByTime } from '@/lib/schedule/fit/split'
import { trialsOf } from '@/lib/schedule/fit/trials'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { weightsNamed } from '@/lib/schedule/weights'
import { fitHistories } from '@/lib/server/fit/fit-histories'
import { byCard } from '@/lib/sync/by-card'
import { predictions } from '../../schedule/predictions'
import { oddWeights, simulatedEvents } from '../../schedule/simulated-learner'

const histories = (cards: number, seed: number, truth = oddWeights) =>
  [...byCard(simulatedEvents(truth, cards, 7, seed)).values()].map(trialsOf)
const order = (given: ReturnType<typeof histories>) => ({
  histories: given,
  total: given.flat().length,
  current: 'default',
  relearningSteps: 1,
})

describe('fitting the memory model', () => {
  it('predicts reviews it has not seen better than the defaults and the plain average, for a learner unlike the defaults', async () => {
    const answer = await fitHistories(order(histories(600, 1)))
    if (answer.kind !== 'better') throw new Error(`The fit said ${answer.kind}.`)
    const { report, name } = answer
    expect(report.fitted.logLoss, 'log loss beside the defaults').toBeLessThan(report.defaults.logLoss)
    expect(report.fitted.rmse, 'RMSE beside the defaults').toBeLessThan(report.defaults.rmse)
    expect(report.fitted.logLoss, 'beside the average').toBeLessThan(report.average.logLoss)
    expect(weightsNamed(name)?.length, 'the name holds the weights').toBe(21)
    expect(report.judged / report.reviews, 'a fifth is held out').toBeCloseTo(0.2, 2)
  })

  it('refuses a fit that predicts no better than what is in use', async () => {
    const given = histories(110, 2, defaultParameters.weights)
    const answer = await fitHistories(order(given))
    if (answer.kind !== 'no-better') throw new Error(`The fit said ${answer.kind}.`)
    const { fitted, defaults, current } = answer.report
    expect(fitted.logLoss, 'beside the defaults, which are this learner').toBeGreaterThanOrEqual(defaults.logLoss)
    expect(current, 'in use are the defaults').toEqual(defaults)
  })

  it('says how many reviews are missing instead of guessing', async () => {
    expect(await fitHistories(order(histories(30, 3)))).toMatchObject({ kind: 'too-few', needed: 400 })
    expect(await fitHistories(order([]))).toEqual({ kind: 'too-few', reviews: 0, needed: 400 })
  })

  it('judges by the very fold that schedules', () => {
    const given = histories(40, 4)
    const chance = chancesBy(oddWeights, given)
    const slow = predictions(itemsOf(given), oddWeights)
    for (const [item, expected] of slow) expect(chance(item)).toBeCloseTo(expected, 9)
  })

  it('measures a prediction by its log loss and by the error over like cards', () => {
    const trial = (rating: number, days: number) => ({ rating, days, at: 0 })
    const items = [1, 3, 3, 3].map((rating) => ({ trials: [trial(3, 0), trial(rating, 4)], length: 2, at: 0 }))
    const { logLoss, rmse } = measure(items, () => 0.9)
    expect(logLoss).toBeCloseTo(-(Math.log(0.1) + 3 * Math.log(0.9)) / 4, 12)
    expect(rmse, 'one bin: 0.9 predicted, 0.75 real').toBeCloseTo(0.15, 12)
    expect(measure(items, () => average(items)).rmse, 'the average is right on average').toBeCloseTo(0, 12)
  })

  it('learns from the past only', () => {
    const { past, future } = splitByTime(itemsOf(histories(50, 5)))
    const at = (item: (typeof past)[number]) => item.at
    expect(Math.max(...past.map(at))).toBeLessThanOrEqual(Math.min(...future.map(at)))
    expect(past.some(recalled) && past.some((item) => !recalled(item)), 'both outcomes').toBe(true)
  })
})
