import type { Memory } from '@/lib/schedule/card-state'
import type { Scheduler } from '@/lib/schedule/fsrs'

/** Showings a new card needs before its first day is over. */
export const showingsWhenNew = 2
/** How many more a card costs that was forgotten. */
const showingsWhenForgotten = 2
/** How often a card is known at first sight. */
const firstGood = 0.75

/** What planned showings make of a memory. */
export interface Path {
  /** Expected chance of recall on the last day, 0..1. */
  readonly recall: number
  /** Showings that each planned day is expected to take. */
  readonly costs: readonly number[]
}

/** One way a memory may have gone, and how likely. */
interface Way {
  readonly chance: number
  readonly stability: number
  readonly difficulty: number
  readonly lastDay: number
}

/** Several ways as one: stabilities multiply, so their mean is geometric. */
const merged = (ways: readonly Way[]): readonly Way[] => {
  const chance = ways.reduce((sum, way) => sum + way.chance, 0)
  const [first] = ways
  if (first === undefined || chance <= 0) return []
  let logs = 0
  let difficulties = 0
  for (const way of ways) {
    logs += way.chance * Math.log(way.stability)
    difficulties += way.chance * way.difficulty
  }
  return [{ chance, stability: Math.exp(logs / chance), difficulty: difficulties / chance, lastDay: first.lastDay }]
}

const recallOf = (ways: readonly Way[], day: number, scheduler: Scheduler): number =>
  ways.reduce((sum, way) => sum + way.chance * scheduler.retrievability(way, day), 0)

const begun = (day: number, scheduler: Scheduler): readonly Way[] => {
  const good = scheduler.remember(null, 0, 'good')
  const missed = scheduler.remember(scheduler.remember(null, 0, 'again'), 0, 'good')
  return [
    { ...good, chance: firstGood, lastDay: day },
    { ...missed, chance: 1 - firstGood, lastDay: day },
  ]
}

/** After a showing: recalled, or forgotten and learned anew the same day. Two ways are kept, whatever came before. */
const shown = (ways: readonly Way[], day: number, scheduler: Scheduler): readonly Way[] => {
  const recalled: Way[] = []
  const forgotten: Way[] = []
  for (const way of ways) {
    const days = Math.max(0, day - way.lastDay)
    const recall = scheduler.retrievability(way, day)
    recalled.push({ ...scheduler.remember(way, days, 'good'), chance: way.chance * recall, lastDay: day })
    const lapsed = scheduler.remember(scheduler.remember(way, days, 'again'), 0, 'good')
    forgotten.push({ ...lapsed, chance: way.chance * (1 - recall), lastDay: day })
  }
  return [...merged(recalled), ...merged(forgotten)]
}

/**
 * What showing a card on these study days (rising, none before its last) is expected to do to its recall on `examDay`. A card
 * never shown is not known at all.
 */
export const pathOf = (memory: Memory, days: readonly number[], examDay: number, scheduler: Scheduler): Path => {
  let ways: readonly Way[] = memory.kind === 'new' ? [] : [{ ...memory, chance: 1 }]
  const costs: number[] = []
  for (const day of days) {
    if (ways.length === 0) {
      costs.push(showingsWhenNew)
      ways = begun(day, scheduler)
    } else {
      costs.push(1 + (1 - recallOf(ways, day, scheduler)) * showingsWhenForgotten)
      ways = shown(ways, day, scheduler)
    }
  }
  return { recall: recallOf(ways, examDay, scheduler), costs }
}
