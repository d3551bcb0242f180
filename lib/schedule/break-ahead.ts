import { type Break, breakOn, loadOn, type Plan, schedulerIn, shares } from './plan'
import type { Queued } from './queue'

/** How many days before a break its cards begin to be taken ahead. */
export const leadDays = 7

/** The break that begins within the lead; null on a day of a break. */
export const comingBreak = (plan: Plan, today: number): Break | null =>
  breakOn(plan, today) ? null : (plan.breaks.find(({ from }) => from > today && from - today <= leadDays) ?? null)

/** Shares of full days from today to the eve of the break. */
const roomBefore = (plan: Plan, today: number, from: number): number => {
  let room = 0
  for (let day = today; day < from; day++) room += shares[loadOn(plan, day)]
  return room
}

/**
 * Of the cards that would come due during a break, today's even part: those first that are nearest to being forgotten, since
 * an early review teaches them most. What is seen early is learned by FSRS as early, so nothing is distorted.
 */
export const pulledAhead = <Q extends Queued>(
  later: readonly Q[],
  away: Break,
  today: number,
  plan: Plan,
): readonly Q[] => {
  const share = shares[loadOn(plan, today)]
  const room = roomBefore(plan, today, away.from)
  if (share === 0 || room === 0) return []
  return later
    .flatMap((queued) => {
      const { memory } = queued.state
      if (memory.kind === 'new') return []
      return [{ queued, recall: schedulerIn(plan, queued.card.deck).retrievability(memory, today) }]
    })
    .sort((a, b) => a.recall - b.recall || (a.queued.card.id < b.queued.card.id ? -1 : 1))
    .slice(0, Math.ceil((later.length * share) / room))
    .map(({ queued }) => queued)
}
