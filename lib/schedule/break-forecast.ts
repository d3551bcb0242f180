import { leadDays } from './break-ahead'
import type { CardState } from './card-state'
import type { Scheduler } from './fsrs'

/** What a break will cost, and what taking its cards ahead saves. */
export interface BreakForecast {
  /** Cards that come due during the break. */
  readonly due: number
  /** More reviews a day before the break, from `aheadFrom` on. */
  readonly aheadPerDay: number
  readonly aheadFrom: number
  /** Mean chance of recalling those cards on the day after the break, 0..1: left alone, and taken ahead. */
  readonly recallLeft: number
  readonly recallAhead: number
}

/** Null when nothing comes due during the break. */
export const forecastBreak = (
  states: Iterable<CardState>,
  span: { readonly from: number; readonly to: number },
  today: number,
  scheduler: Scheduler,
): BreakForecast | null => {
  const back = span.to + 1
  const aheadFrom = Math.max(today, span.from - leadDays)
  const middle = Math.round((aheadFrom + span.from) / 2)
  let due = 0
  let left = 0
  let ahead = 0
  for (const { memory, suspended } of states) {
    if (suspended || memory.kind !== 'review' || memory.dueDay < span.from || memory.dueDay > span.to) continue
    due++
    left += scheduler.retrievability(memory, back)
    const recall = scheduler.retrievability(memory, middle)
    const after = (grade: 'good' | 'again') =>
      scheduler.retrievability(
        { stability: scheduler.raw(memory, Math.max(middle, memory.lastDay), grade).stability, lastDay: middle },
        back,
      )
    ahead += recall * after('good') + (1 - recall) * after('again')
  }
  const days = Math.max(1, span.from - aheadFrom)
  return due === 0
    ? null
    : { due, aheadPerDay: Math.ceil(due / days), aheadFrom, recallLeft: left / due, recallAhead: ahead / due }
}
