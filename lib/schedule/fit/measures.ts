import { type Item, recalled } from './split'

/** How well predicted chances of recall fit what happened; lower is better. */
export interface Measures {
  readonly logLoss: number
  /** Root mean square error over bins of like cards, as the FSRS community reports it. */
  readonly rmse: number
}

const log = (value: number, base: number) => Math.log(value) / Math.log(base)
const bin = (value: number, first: number, base: number, decimals: number) =>
  Math.round(first * base ** Math.floor(log(value, base)) * 10 ** decimals)

/** Cards of like interval, like number of reviews and like number of lapses are judged together. */
const binOf = ({ trials, length }: Item): string => {
  let long = 0
  let lapses = 0
  for (let i = 0; i < length; i++) {
    const trial = trials[i]
    if (!trial || trial.days === 0) continue
    long++
    if (i < length - 1 && trial.rating === 1) lapses++
  }
  const days = trials[length - 1]?.days ?? 1
  return `${bin(days, 2.48, 3.62, 2)} ${bin(long + 1, 1.99, 1.89, 0)} ${lapses === 0 ? 0 : bin(lapses, 1.65, 1.73, 0)}`
}

/** The measures of any prediction. */
export const measure = (items: readonly Item[], predict: (item: Item) => number): Measures => {
  const bins = new Map<string, { predicted: number; real: number; count: number }>()
  let loss = 0
  for (const item of items) {
    const chance = Math.min(1 - 1e-7, Math.max(1e-7, predict(item)))
    const right = recalled(item)
    loss -= Math.log(right ? chance : 1 - chance)
    const key = binOf(item)
    const sum = bins.get(key) ?? { predicted: 0, real: 0, count: 0 }
    sum.predicted += chance
    sum.real += right ? 1 : 0
    sum.count++
    bins.set(key, sum)
  }
  const squares = [...bins.values()].reduce(
    (total, { predicted, real, count }) => total + (predicted - real) ** 2 / count,
    0,
  )
  return { logLoss: loss / items.length, rmse: Math.sqrt(squares / items.length) }
}

/** Share of recalls: the prediction of somebody who knows nothing but that. */
export const average = (items: readonly Item[]): number => items.filter(recalled).length / Math.max(1, items.length)
