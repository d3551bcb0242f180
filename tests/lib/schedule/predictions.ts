import { grades } from '@/lib/core/grade'
import type { Memory } from '@/lib/schedule/card-state'
import type { Item } from '@/lib/schedule/fit/split'
import { makeScheduler } from '@/lib/schedule/fsrs'

/** The chance of recall the application's own fold gives each item before its last grade. */
export const predictions = (items: readonly Item[], weights: readonly number[]): ReadonlyMap<Item, number> => {
  const scheduler = makeScheduler({ name: 'judged', weights })
  return new Map(
    items.map((item) => {
      let today = 0
      let memory: Memory = { kind: 'new' }
      let chance = 0
      for (const { rating, days } of item.trials.slice(0, item.length)) {
        today += days
        if (memory.kind !== 'new') chance = scheduler.retrievability(memory, today)
        const grade = grades[rating - 1] ?? 'again'
        const raw = scheduler.raw(memory, today, grade)
        const { stability, difficulty } = raw
        memory = {
          kind: 'review',
          stability,
          difficulty,
          lastAt: 0,
          lastDay: today,
          intervalDays: 1,
          dueDay: today + 1,
        }
      }
      return [item, chance]
    }),
  )
}
