import type { Language } from '@/lib/core/language'
import { planSubject } from '@/lib/schedule/event'
import type { Plan } from '@/lib/schedule/plan'
import type { Library } from '@/lib/search/library'
import type { ReviewStore } from '@/lib/sync/store'
import { type Clock, momentAt } from './clock'
import type { Decks } from './decks'
import type { LedgerKeeper } from './ledger-keeper'

/** Every card with its state and all reviews, to browse and to count; the first reading tells how far it is, 0..1. */
export type ReadLibrary = (
  language: Language,
  onProgress?: (part: number) => void,
  /** What is written on the cards is read as well, to show it; true where nothing is said. */
  contents?: boolean,
) => Promise<Library>

export const makeLibraryReader = (ground: {
  readonly store: Pick<ReviewStore, 'states'>
  readonly decks: Pick<Decks, 'open' | 'held' | 'whole'>
  readonly clock: Clock
  readonly plan: () => Promise<Plan>
  readonly ledger: LedgerKeeper
}): ReadLibrary => {
  const { store, decks, clock } = ground
  return async (language, onProgress, contents = true) => {
    const [{ makeLibrary }, plan, states, ledger] = await Promise.all([
      import('@/lib/search/library'),
      ground.plan(),
      store.states(),
      ground.ledger.read(onProgress),
    ])
    states.delete(planSubject)
    const started = [...states.values()].some(({ memory }) => memory.kind !== 'new')
    // Who has nothing to show yet is not made to fetch a course for it.
    const opened = started ? await decks.open(language) : await decks.held(language)
    const listed = typeof opened === 'string' ? [] : opened
    const readWhole = () => Promise.all(listed.map(decks.whole))
    const now = momentAt(clock, clock.now(), plan.dayStartsAt)
    const bundles = contents ? await readWhole() : listed
    return makeLibrary({ bundles, states, ledger, plan, now, ...(contents ? {} : { readWhole }) })
  }
}
