import type { FaceOnCall } from '@/lib/cards/card-type'
import type { CardId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Plan } from '@/lib/schedule/plan'
import { cardsOf, type Practice } from '@/lib/schedule/practice'
import { studyDay } from '@/lib/schedule/study-day'
import type { Query } from '@/lib/search/query'
import type { ReviewStore } from '@/lib/sync/store'
import { type Clock, momentAt } from './clock'
import type { Decks } from './decks'
import { newEventId } from './device'
import { createPracticeSession } from './practice-session'
import type { StudySession } from './session-state'

/** A practice is a sitting, not a library. */
const mostCards = 200

/** A practice over the cards a search finds. The store is only read. */
export const openPractice = (
  ground: {
    readonly decks: Pick<Decks, 'open' | 'cards'>
    readonly store: Pick<ReviewStore, 'states'>
    readonly clock: Clock
    readonly plan: () => Promise<Plan>
    readonly knows: (name: string) => FaceOnCall | null
    /** Ids of what a search finds. */
    readonly find: (query: Query) => Promise<ReadonlySet<CardId>>
  },
  language: Language,
  practice: Practice,
  query: Query,
): StudySession =>
  createPracticeSession({
    language,
    decks: ground.decks.open,
    contentOf: async (held, card) => (await ground.decks.cards(held, [card]))[0] ?? null,
    cardTypeNamed: ground.knows,
    newSeed: () => newEventId(ground.clock.now()),
    choose: async (shelf) => {
      const [states, plan, found] = await Promise.all([
        ground.store.states(),
        ground.plan(),
        query.kind === 'all' ? null : ground.find(query),
      ])
      const today = studyDay(momentAt(ground.clock, ground.clock.now(), plan.dayStartsAt))
      const order = found === null ? shelf.order : shelf.order.filter(({ id }) => found.has(id))
      return { states, cards: cardsOf(practice, order, states, today, plan, mostCards) }
    },
  })

/** A practice over the cards named, in their order. The store is only read. */
export const openPracticeOf = (
  ground: {
    readonly decks: Pick<Decks, 'open' | 'cards'>
    readonly store: Pick<ReviewStore, 'states'>
    readonly clock: Clock
    readonly knows: (name: string) => FaceOnCall | null
  },
  language: Language,
  cards: readonly CardId[],
): StudySession =>
  createPracticeSession({
    language,
    decks: ground.decks.open,
    contentOf: async (held, card) => (await ground.decks.cards(held, [card]))[0] ?? null,
    cardTypeNamed: ground.knows,
    newSeed: () => newEventId(ground.clock.now()),
    choose: async () => ({ states: await ground.store.states(), cards }),
  })
