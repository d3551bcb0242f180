import type { Learner } from '@/lib/client/learner'
import type { SectionMemory } from '@/lib/client/section-memory'
import type { Language } from '@/lib/core/language'

/** Memory of every section of the decks on this device. Its code is loaded with the learner's, after the first paint. */
export const readSections = async (
  learner: Learner,
  language: Language,
): Promise<ReadonlyMap<string, SectionMemory>> => {
  const [{ sectionMemory }, { deviceClock, momentAt }, { studyDay }, bundles, states, plan] = await Promise.all([
    import('@/lib/client/section-memory'),
    import('@/lib/client/clock'),
    import('@/lib/schedule/study-day'),
    learner.decks.open(language),
    learner.store.states(),
    learner.plan(),
  ])
  const today = studyDay(momentAt(deviceClock, deviceClock.now(), plan.dayStartsAt))
  return typeof bundles === 'string' ? new Map() : sectionMemory(bundles, states, today, plan)
}
