import { deviceClock, momentAt } from '@/lib/client/clock'
import type { Learner } from '@/lib/client/learner'
import { readRecent } from '@/lib/client/session/recent'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import { planSubject } from '@/lib/schedule/event'
import { dueForecast } from '@/lib/schedule/forecast'
import { startOfStudyDay, studyDay } from '@/lib/schedule/study-day'

/** What planning needs to know: how much is due, how much comes, and how long a showing takes. */
export interface Load {
  readonly states: readonly CardState[]
  readonly today: number
  /** Cards due today or before. */
  readonly due: number
  /** Mean of the cards that come due on each of the next two weeks' days. */
  readonly coming: number
  /** ms for one showing. */
  readonly pace: number
  /** New cards not begun. */
  readonly unseen: number
}

const horizon = 15

export const readLoad = async (learner: Learner, language: Language): Promise<Load> => {
  const [plan, all, decks] = await Promise.all([learner.plan(), learner.store.states(), learner.decks.held(language)])
  all.delete(planSubject)
  const states = [...all.values()]
  const now = momentAt(deviceClock, deviceClock.now(), plan.dayStartsAt)
  const today = studyDay(now)
  const { meanMs } = await readRecent(learner.store, startOfStudyDay(today, now), now.at)
  const [due = 0, ...later] = dueForecast(states, today, horizon)
  const begun = (id: CardId) => (all.get(id)?.memory.kind ?? 'new') !== 'new'
  return {
    states,
    today,
    due,
    coming: later.reduce((sum, one) => sum + one, 0) / Math.max(1, later.length),
    pace: meanMs,
    unseen: decks.reduce((sum, { cards }) => sum + cards.filter(({ id }) => !begun(id)).length, 0),
  }
}
