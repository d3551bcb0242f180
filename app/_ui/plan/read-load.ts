import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import { dueForecast } from '@/lib/schedule/forecast'
import { meanShowing } from '@/lib/schedule/workload'

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
const showingsKept = 200

export const readLoad = async (learner: Learner, language: Language): Promise<Load> => {
  const [{ states, events, today }, bundles] = await Promise.all([learner.history(), learner.decks.held(language)])
  const [due = 0, ...later] = dueForecast(states, today, horizon)
  const grades = events.flatMap((event) => (event.kind === 'grade' ? [event.durationMs] : [])).slice(-showingsKept)
  const begun = new Set(states.filter(({ memory }) => memory.kind !== 'new').map(({ cardId }) => cardId))
  const cards = bundles.flatMap((bundle) => bundle.cards)
  return {
    states,
    today,
    due,
    coming: later.reduce((sum, one) => sum + one, 0) / Math.max(1, later.length),
    pace: meanShowing(grades),
    unseen: cards.filter(({ id }) => !begun.has(id)).length,
  }
}
