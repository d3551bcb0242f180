import type { Language } from '@/lib/core/language'
import type { ReviewStore } from '@/lib/sync/store'
import type { AuthorResets } from './author-resets'
import type { Decks } from './decks'
import type { Withheld } from './exam/withheld'
import { shownSoon } from './offline/figures'
import { keepFigures } from './offline/page-cache'
import type { StudySession } from './session-state'
import type { LearnerDatabase } from './store/database'
import { settleStates } from './store/state-packs'

/** Keeps the decks on this device new, and what their coming cards need without a network. */
export interface Refresher {
  readonly refresh: (language: Language) => ReturnType<Decks['refresh']>
  /** Refreshes once a page, for the next sitting and the other language: not before this sitting shows something. */
  readonly after: (session: StudySession, language: Language) => void
}

/** New cards a day whose figures are kept ready; nobody learns more. */
const mostNewReady = 20

export const makeRefresher = (ground: {
  readonly db: LearnerDatabase
  readonly decks: Pick<Decks, 'refresh' | 'held'>
  readonly withheld: Pick<Withheld, 'refresh'>
  readonly resets: Pick<AuthorResets, 'apply'>
  readonly store: Pick<ReviewStore, 'states'>
  /** The study day it is. */
  readonly today: () => Promise<number>
}): Refresher => {
  const { decks, store } = ground
  let refreshed = false

  const refresh: Refresher['refresh'] = async (language) => {
    const [outcome] = await Promise.all([decks.refresh(language), ground.withheld.refresh()])
    await settleStates(ground.db)
    const held = await decks.held(language)
    await ground.resets.apply(held)
    const figures = new Map(held.flatMap((deck) => [...deck.figures]))
    if (figures.size === 0) return outcome
    const [states, today] = await Promise.all([store.states(), ground.today()])
    await keepFigures(shownSoon(held, states, today, mostNewReady).flatMap(({ id }) => figures.get(id) ?? []))
    return outcome
  }

  return {
    refresh,
    after: (session, language) => {
      const stop = session.subscribe(() => {
        const { kind } = session.getSnapshot()
        if (kind === 'loading') return
        stop()
        if (refreshed || kind === 'no-storage') return
        refreshed = true
        // The store may have been closed under it, as by signing out: the next sitting tries again.
        refresh(language).catch(() => {
          refreshed = false
        })
      })
    },
  }
}
