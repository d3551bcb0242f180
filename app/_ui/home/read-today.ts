import type { StartedAnew } from '@/lib/client/author-resets'
import type { Learner } from '@/lib/client/learner'
import type { Today } from '@/lib/client/today'
import type { Language } from '@/lib/core/language'

export type TodayRead =
  | {
      readonly kind: 'today'
      readonly today: Today
      readonly started: boolean
      readonly anew: readonly StartedAnew[]
    }
  /** No deck was ever loaded on this device, and the network did not help. */
  | { readonly kind: 'no-deck'; readonly reason: 'offline' | 'server' }

/** The first page of a day; fetches the course only when this device holds none. Another `attempt` is another try. */
export const readToday = async (learner: Learner, language: Language, _attempt: number): Promise<TodayRead> => {
  const decks = await learner.decks.open(language)
  if (typeof decks === 'string') return { kind: 'no-deck', reason: decks }
  const [today, states, anew] = await Promise.all([
    learner.today(language),
    learner.store.states(),
    learner.resets.untold(),
  ])
  return { kind: 'today', today, started: states.size > 0, anew }
}
