import type { Learner } from '@/lib/client/learner'
import type { Language } from '@/lib/core/language'
import type { Chart } from '@/lib/view/chart'

export interface ProgressRead {
  readonly charts: readonly Chart[]
  /** Cards of the course seen at least once, of `total`. */
  readonly started: number
  /** Null where reviews have arrived, from another device, before the course could. */
  readonly total: number | null
}

/** Everything the Progress page shows. The charts' code is loaded with the learner's, after the first paint. */
export const readProgress = async (
  learner: Pick<Learner, 'history' | 'decks'>,
  language: Language,
): Promise<ProgressRead> => {
  const [{ charts }, history] = await Promise.all([import('@/lib/charts/list'), learner.history()])
  const known = new Set(history.states.filter(({ memory }) => memory.kind !== 'new').map(({ cardId }) => cardId))
  // Who has nothing to show yet is not made to fetch a course for it.
  const decks = known.size > 0 ? await learner.decks.open(language) : await learner.decks.held(language)
  const cards = typeof decks === 'string' ? null : decks.flatMap((bundle) => bundle.cards)
  return {
    charts: charts.flatMap((build) => build(history) ?? []),
    started: cards === null ? known.size : cards.filter(({ id }) => known.has(id)).length,
    total: cards?.length ?? null,
  }
}
