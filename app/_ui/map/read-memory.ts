import type { ConceptMemory } from '@/lib/client/concept-memory'
import type { Learner } from '@/lib/client/learner'
import type { ConceptId, DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'

/** Memory of every concept of a deck on this device. Its code is loaded with the learner's, after the first paint. */
export const readConceptMemory = async (
  learner: Learner,
  deck: DeckId,
  language: Language,
): Promise<ReadonlyMap<ConceptId, ConceptMemory>> => {
  const [{ conceptMemory }, { deviceClock, momentAt }, { studyDay }, bundles, states, plan] = await Promise.all([
    import('@/lib/client/concept-memory'),
    import('@/lib/client/clock'),
    import('@/lib/schedule/study-day'),
    learner.decks.open(language),
    learner.store.states(),
    learner.plan(),
  ])
  const today = studyDay(momentAt(deviceClock, deviceClock.now(), plan.dayStartsAt))
  const bundle = typeof bundles === 'string' ? undefined : bundles.find((one) => one.deck === deck)
  return bundle === undefined ? new Map() : conceptMemory(bundle, states, today, plan)
}
