import type { CardState } from './card-state'

/** Cards in memory that come due on each of the `days` from `today` on; what is overdue stands on the first. */
export const dueForecast = (states: Iterable<CardState>, today: number, days: number): readonly number[] => {
  const counts = new Array<number>(days).fill(0)
  for (const { memory, suspended } of states) {
    if (suspended || memory.kind === 'new') continue
    const day = memory.kind === 'review' ? Math.max(0, memory.dueDay - today) : 0
    const count = counts[day]
    if (count !== undefined) counts[day] = count + 1
  }
  return counts
}
