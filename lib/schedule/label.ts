import type { Memory } from './card-state'

/** The wait until a card comes back, as stored. */
export type Interval =
  | { readonly kind: 'minutes'; readonly minutes: number }
  | { readonly kind: 'days'; readonly days: number }

/** An interval as the interface's messages take it: `interval.<unit>` with `value`. */
export interface IntervalLabel {
  readonly value: number
  readonly unit: 'minutes' | 'hours' | 'days' | 'months' | 'years'
}

const daysInMonth = 365.25 / 12
const tenth = (value: number) => Math.round(value * 10) / 10

/** What a grade button says: 10 min, 4 d, 2.3 months. Months and years to one decimal, everything else exact. */
export const intervalLabel = (interval: Interval): IntervalLabel => {
  if (interval.kind === 'minutes') {
    return interval.minutes < 60
      ? { value: Math.max(1, Math.round(interval.minutes)), unit: 'minutes' }
      : { value: tenth(interval.minutes / 60), unit: 'hours' }
  }
  if (interval.days < 31) return { value: interval.days, unit: 'days' }
  if (interval.days < 365) return { value: tenth(interval.days / daysInMonth), unit: 'months' }
  return { value: tenth(interval.days / 365.25), unit: 'years' }
}

/** The interval a state was given when it was last graded; null for a new card. */
export const intervalOf = (memory: Memory): Interval | null => {
  if (memory.kind === 'new') return null
  return memory.kind === 'review'
    ? { kind: 'days', days: memory.intervalDays }
    : { kind: 'minutes', minutes: (memory.dueAt - memory.lastAt) / 60_000 }
}
