import type { FaceOnCall } from '@/lib/cards/card-type'
import type { BundledCard, ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId, DeviceId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { Plan } from '@/lib/schedule/plan'
import type { ReviewStore } from '@/lib/sync/store'
import type { Changes } from '../changes'
import type { Clock } from '../clock'

/** What a sitting stands on. */
export interface SessionGround {
  readonly store: ReviewStore
  readonly changes: Changes
  readonly clock: Clock
  readonly deviceId: DeviceId
  readonly newEventId: (at: number) => EventId
  readonly cardTypeNamed: (name: string) => FaceOnCall | null
  /** The decks on this device, fetched only when there is none; the reason when there still is none. */
  readonly decks: (language: Language) => Promise<readonly ListedDeck[] | 'offline' | 'server'>
  /** Another text once other cards of the same decks may be shown; left out where they stay. */
  readonly decksMark?: () => Promise<string>
  /** A card of one of them with its content; null where that is not on this device any more. */
  readonly contentOf: (deck: ListedDeck, card: ListedCard) => Promise<BundledCard | null>
  /** How the learner studies, as this device knows it now. */
  readonly plan: () => Promise<Plan>
  readonly language: Language
  /** Goes through these cards only, due or not, each graded as in any sitting; the day's own queue where left out. */
  readonly only?: readonly CardId[] | undefined
  /** Called after each kept event: sync may begin. */
  readonly onKept: () => void
}
