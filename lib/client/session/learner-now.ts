import type { CardId } from '@/lib/core/id'
import { countDue, type DueDays } from '@/lib/schedule/calendar'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import { defaultPlan, type Plan } from '@/lib/schedule/plan'
import { type Moment, startOfStudyDay, studyDay } from '@/lib/schedule/study-day'
import { meanShowing } from '@/lib/schedule/workload'
import type { StateMap } from '@/lib/sync/store'
import { momentAt } from '../clock'
import type { SessionGround } from './ground'
import { instantAfter } from './instant-after'
import { readRecent } from './recent'

/** What a sitting knows of its learner: read once, then kept up with every event of its own. */
export interface LearnerNow {
  readonly read: () => Promise<void>
  readonly now: () => Moment
  readonly plan: () => Plan
  readonly states: () => ReadonlyMap<CardId, CardState>
  readonly stateOf: (id: CardId) => CardState
  readonly dueDays: () => DueDays
  /** Today's events by time. */
  readonly today: () => readonly ReviewEvent[]
  /** What a showing took of late, ms. */
  readonly meanMs: () => number
  /** When the next event of a card is said to happen: after all this card, and this device today, has seen. */
  readonly following: (state: CardState, moment: Moment) => Moment
  /**
   * Keeps an event and resolves to the states that it changed.
   * @throws what the browser throws when it does not keep it.
   */
  readonly keep: (event: ReviewEvent) => Promise<readonly CardState[]>
}

/** Nothing is known of the learner before the first `read`. */
export const makeLearnerNow = ({ store, clock, deviceId, plan: planNow }: SessionGround): LearnerNow => {
  let plan: Plan = defaultPlan
  let states: StateMap = new Map()
  let today: readonly ReviewEvent[] = []
  let meanMs = meanShowing([])
  let dueDays: DueDays | null = null
  let kept = 0

  const momentUnder = ({ dayStartsAt }: Plan): Moment => momentAt(clock, clock.now(), dayStartsAt)
  const now = () => momentUnder(plan)
  const dayBegan = (under: Plan): number => {
    const moment = momentUnder(under)
    return startOfStudyDay(studyDay(moment), moment)
  }

  const read = async (): Promise<void> => {
    const before = kept
    const planned = planNow()
    const recent = readRecent(store, planned.then(dayBegan), clock.now())
    const all = await Promise.all([planned, recent, store.states()])
    // What was kept meanwhile may be missing from what was read.
    if (kept !== before) return read()
    plan = all[0]
    ;({ today, meanMs } = all[1])
    states = all[2]
    dueDays = null
  }

  return {
    read,
    now,
    plan: () => plan,
    states: () => states,
    stateOf: (id) => states.get(id) ?? newCardState(id),
    dueDays: () => {
      dueDays ??= countDue(states)
      return dueDays
    },
    today: () => today,
    meanMs: () => meanMs,
    following: (state, moment) => {
      const own = today.filter((event) => event.deviceId === deviceId).map((event) => event.at)
      return { ...moment, at: instantAfter(moment.at, state.seen?.at, Math.max(...own)) }
    },
    keep: async (event) => {
      const changed = await store.append([event])
      kept++
      for (const state of changed) {
        dueDays?.changed(states.get(state.cardId), state)
        states.set(state.cardId, state)
      }
      const from = dayBegan(plan)
      today = [...today.filter((one) => one.at >= from), event]
      return changed
    },
  }
}
