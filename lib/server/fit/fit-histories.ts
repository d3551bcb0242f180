import 'server-only'
import { chancesBy } from '@/lib/schedule/fit/chances'
import { average, measure } from '@/lib/schedule/fit/measures'
import { type FitAnswer, leastItems } from '@/lib/schedule/fit/report'
import { itemsOf, splitByTime } from '@/lib/schedule/fit/split'
import type { Trial } from '@/lib/schedule/fit/trials'
import { defaultParameters } from '@/lib/schedule/fsrs'
import { nameable, nameOfWeights, weightsNamed } from '@/lib/schedule/weights'
import { openOptimizer } from './optimizer'

export interface FitOrder {
  readonly histories: readonly (readonly Trial[])[]
  /** All reviews there are, of which the histories may be a sample. */
  readonly total: number
  /** Name of the set in use. */
  readonly current: string
  readonly relearningSteps: number
}

/**
 * Fits weights to the earlier four fifths of the reviews and judges them by the rest, beside the defaults, the set in use and
 * the plain average. Only a set that predicts better than both the defaults and the set in use is offered; it is then fitted
 * to everything.
 */
export const fitHistories = async ({ histories, total, current, relearningSteps }: FitOrder): Promise<FitAnswer> => {
  const items = itemsOf(histories)
  if (items.length < leastItems) return { kind: 'too-few', reviews: items.length, needed: leastItems }
  const optimizer = await openOptimizer()
  if (!optimizer) return { kind: 'unavailable' }

  const { past, future } = splitByTime(items)
  const learned = optimizer.load(past)
  const weights = nameable(await optimizer.fit(learned, relearningSteps))
  const judge = (set: readonly number[]) => measure(future, chancesBy(set, histories))
  const guess = average(past)
  const used = weightsNamed(current)
  const defaults = judge(defaultParameters.weights)
  const report = {
    reviews: items.length,
    total,
    judged: future.length,
    fitted: judge(weights),
    defaults,
    current: used ? judge(used) : defaults,
    average: measure(future, () => guess),
  }
  if (report.fitted.logLoss >= Math.min(report.defaults.logLoss, report.current.logLoss))
    return { kind: 'no-better', report }
  const whole = { items: [...learned.items, ...optimizer.load(future).items] }
  return { kind: 'better', name: nameOfWeights(await optimizer.fit(whole, relearningSteps)), report }
}
