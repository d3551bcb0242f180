import type { FaceOnCall } from '@/lib/cards/card-type'
import type { DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Plan } from '@/lib/schedule/plan'
import { cardsOf, type Practice } from '@/lib/schedule/practice'
import { studyDay } from '@/lib/schedule/study-day'
import type { ReviewStore } from '@/lib/sync/store'
import { type Clock, momentAt } from './clock'
import type { Decks } from './decks'
import { newEventId } from './device'
import { createPracticeSession } from './practice-session'
import type { StudySession } from './session-state'

/** A practice is a sitting, not a library. */
const mostCards = 200

/** A practice over the cards of one deck, or of all. The store is only read. */
export const openPractice = (
  ground: {
    readonly decks: Pick<Decks, 'open' | 'cards'>
    readonly store: Pick<ReviewStore, 'states'>
    readonly clock: Clock
    readonly plan: () => Promise<Plan>
    readonly knows: (name: string) => FaceOnCall | null
  },
  language: Language,
  practice: Practice,
  deck: DeckId | null,
): StudySession =>
  createPracticeSession({
    language,
    decks: ground.decks.open,
    contentOf: async (held, card) => (await ground.decks.cards(held, [card]))[0] ?? null,
    cardTypeNamed: ground.knows,
    newSeed: () => newEventId(ground.clock.now()),
    choose: async (shelf) => {
      const [states, plan] = await Promise.all([ground.store.states(), ground.plan()])
      const today = studyDay(momentAt(ground.clock, ground.clock.now(), plan.dayStartsAt))
      const order = shelf.order.filter((card) => deck === null || card.deck === deck)
      return { states, cards: cardsOf(practice, order, states, today, plan, mostCards) }
    },
  })
