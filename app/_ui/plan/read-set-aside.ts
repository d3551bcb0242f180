import type { Learner } from '@/lib/client/learner'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'

export interface SetAsideCard {
  readonly id: CardId
  readonly revision: string
  readonly heading: readonly string[]
  readonly lapses: number
}

/** The suspended cards of the decks on this device, in deck order. */
export const readSetAside = async (learner: Learner, language: Language): Promise<readonly SetAsideCard[]> => {
  const [states, bundles] = await Promise.all([learner.store.states(), learner.decks.held(language)])
  return bundles
    .flatMap((bundle) => bundle.cards)
    .flatMap(({ id, revision, heading }) => {
      const state = states.get(id)
      return state?.suspended ? [{ id, revision, heading, lapses: state.lapses }] : []
    })
}
