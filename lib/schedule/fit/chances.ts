import { grades } from '@/lib/core/grade'
import { makeScheduler } from '../fsrs'
import type { Item } from './split'
import type { Trial } from './trials'

/**
 * What the fold that schedules would have predicted for each item with these weights: the chance of recall on the day of its
 * last grade, from all grades before it.
 */
export const chancesBy = (
  weights: readonly number[],
  histories: readonly (readonly Trial[])[],
): ((item: Item) => number) => {
  const scheduler = makeScheduler({ name: 'judged', weights })
  const chances = new Map<readonly Trial[], readonly number[]>()
  for (const trials of histories) {
    let known: { readonly stability: number; readonly difficulty: number } | null = null
    const list: number[] = []
    for (const { rating, days } of trials) {
      list.push(known === null ? 1 : scheduler.retrievability({ stability: known.stability, lastDay: 0 }, days))
      known = scheduler.remember(known, days, grades[rating - 1] ?? 'again')
    }
    chances.set(trials, list)
  }
  return ({ trials, length }) => chances.get(trials)?.[length - 1] ?? 1
}
