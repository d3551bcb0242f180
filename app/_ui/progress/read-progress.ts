import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Chart } from '@/lib/view/chart'

export interface ProgressRead {
  readonly charts: readonly Chart[]
  /** Cards of the course seen at least once, of `total`. */
  readonly started: number
  readonly total: number
}

/** Everything the Progress page shows. The charts' code is loaded with the learner's, after the first paint. */
export const readProgress = async (learner: Learner, language: Language): Promise<ProgressRead> => {
  const [{ charts }, history, bundles] = await Promise.all([
    import('@/lib/charts/list'),
    learner.history(),
    learner.decks.held(language),
  ])
  const known = new Set(history.states.filter(({ memory }) => memory.kind !== 'new').map(({ cardId }) => cardId))
  const cards = bundles.flatMap((bundle) => bundle.cards)
  return {
    charts: charts.flatMap((build) => build(history) ?? []),
    started: cards.filter(({ id }) => known.has(id)).length,
    total: cards.length,
  }
}
