import type { CardState } from './card-state'
import type { Scheduler } from './fsrs'
import { type Plan, schedulerIn } from './plan'
import type { Queued } from './queue'
import { showings } from './workload'

/** How far ahead the worth of a review is judged, days. */
const horizon = 30
/** A forgotten card is shown this often more before its day is over. */
const extraShowings = 2
const minute = 60_000

/** What the promise leaves for the rest of today. */
export interface Backlog {
  /** Reviews that still fit into today's minutes. */
  readonly room: number
  /** More is due than fits, so that nothing new is begun. */
  readonly behind: boolean
}

/** Reviews that fit into so many minutes; at least one, so that every day gets somewhere. */
export const fits = (minutes: number, pace: number): number =>
  Math.max(1, Math.floor((minutes * minute) / (pace * showings.due)))

/** Null when no backlog is being worked off. */
export const backlogFor = (plan: Plan, due: number, reviewed: number, pace: number): Backlog | null => {
  if (plan.catchUp === null) return null
  const promised = fits(plan.catchUp, pace)
  return { room: Math.max(0, promised - reviewed), behind: due + reviewed > promised }
}

/** Study days until a backlog is worked off, counting `coming` more cards a day. Null when it never is. */
export const daysToClear = (due: number, coming: number, minutes: number, pace: number): number | null => {
  const spare = fits(minutes, pace) - coming
  return spare <= 0 ? null : Math.ceil(due / spare)
}

/**
 * Expected recall in a month that a review today gains over none, for each showing it will take. A card that is all but
 * forgotten costs more showings and gains less than one that can still be saved; one that is safe gains little as well.
 */
export const worthOf = ({ memory }: Pick<CardState, 'memory'>, today: number, scheduler: Scheduler): number => {
  if (memory.kind === 'new') return 0
  const recall = scheduler.retrievability(memory, today)
  const after = (grade: 'good' | 'again') => {
    const { stability } = scheduler.raw(memory, Math.max(today, memory.lastDay), grade)
    return scheduler.retrievability({ stability, lastDay: today }, today + horizon)
  }
  const without = scheduler.retrievability(memory, today + horizon)
  const gain = recall * after('good') + (1 - recall) * after('again') - without
  return gain / (1 + (1 - recall) * extraShowings)
}

/** The most valuable first; equal ones by card. */
export const mostValuable = <Q extends Queued>(due: readonly Q[], today: number, plan: Plan): readonly Q[] =>
  due
    .map((queued) => ({ queued, value: worthOf(queued.state, today, schedulerIn(plan, queued.card.deck)) }))
    .sort((a, b) => b.value - a.value || (a.queued.card.id < b.queued.card.id ? -1 : 1))
    .map(({ queued }) => queued)
