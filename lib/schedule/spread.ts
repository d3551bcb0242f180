import type { CardId } from '@/lib/core/id'
import type { Calendar } from './calendar'
import { chance, plainDraw } from './draw'
import { reach, type Shift } from './shift'

/** Longer intervals are left to chance: what so distant a day will hold is not known yet. */
const farthestBalanced = 90
/** A day off is not impossible, only worth nothing beside any other. */
const leastShare = 1e-4
/** How far a sibling must be for its day to count in full, by days between; on the same day next to nothing. */
const bySibling = [1e-6, 0.2, 0.4, 0.6, 0.8] as const

interface Window {
  readonly least: number
  readonly most: number
}

/** Draws an interval with these weights; the same draw `u` on the same weights gives the same interval. */
const drawn = ({ least, most }: Window, weightOf: (days: number) => number, u: number): number => {
  const weights = Array.from({ length: most - least + 1 }, (_, i) => weightOf(least + i))
  let left = u * weights.reduce((sum, weight) => sum + weight, 0)
  for (const [i, weight] of weights.entries()) {
    left -= weight
    if (left < 0) return least + i
  }
  return most
}

/** A window that holds an open day, opened no further than a card may be moved: first later, then sooner. */
const openWindow = (window: Window, base: number, today: number, calendar: Calendar, longest: number): Window => {
  const open = (days: number) => !calendar.closed(today + days)
  const { least, most } = reach(base, longest)
  for (let days = window.least; days <= window.most; days++) if (open(days)) return window
  const nearest = (from: number, by: 1 | -1): number | null => {
    for (let days = from; days >= least && days <= most; days += by) if (open(days)) return days
    return null
  }
  const later = nearest(window.most, 1)
  const sooner = nearest(window.least, -1)
  if (later === null && sooner === null) return window
  // Of two ways out the shorter; a tie goes to the earlier day, which forgets less.
  const goLater = sooner === null || (later !== null && later - window.most < window.least - sooner)
  const found = goLater ? later : sooner
  return found === null ? window : { least: found, most: found }
}

/**
 * Where an interval of `base` days is moved to and why: chance first, then what the days hold, then easy days and breaks. All
 * three take the same draw, so that each reason moves the day only where it has something to say.
 */
export const spread = (
  base: number,
  window: Window,
  at: { readonly cardId: CardId; readonly reps: number; readonly today: number; readonly longest: number },
  calendar: Calendar,
): Shift => {
  const { cardId, reps, today, longest } = at
  const fuzzed = plainDraw(window, cardId, reps)
  const u = chance(cardId, reps)
  const near = base <= farthestBalanced
  const crowding = (days: number) => {
    if (!calendar.balance || !near) return 1
    const apart = bySibling[calendar.siblingDistance(today + days)] ?? 1
    return apart / ((1 + calendar.due(today + days)) ** 2 * days)
  }
  const balanced = calendar.balance && near ? drawn(window, crowding, u) : fuzzed
  const open = openWindow(window, base, today, calendar, longest)
  const days = Array.from({ length: open.most - open.least + 1 }, (_, i) => open.least + i)
  const untouched = open === window && days.every((one) => calendar.share(today + one) === 1)
  const easy = (one: number) => crowding(one) * Math.max(leastShare, calendar.share(today + one))
  const eased = untouched ? balanced : drawn(open, easy, u)
  return { fuzz: fuzzed - base, balance: balanced - fuzzed, easy: eased - balanced }
}
