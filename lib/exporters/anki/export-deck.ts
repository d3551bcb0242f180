import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { Block } from '@/lib/view/block'

/** A card with nothing of its type left: what is asked and what is answered. */
export interface ExportedCard {
  readonly id: CardId
  readonly question: readonly Block[]
  readonly answer: readonly Block[]
  readonly tags: readonly string[]
  /** Decks from the outermost in. */
  readonly path: readonly string[]
}

/** A deck and what one learner did with it. */
export interface ExportedDeck {
  readonly title: string
  readonly cards: readonly ExportedCard[]
  readonly states: ReadonlyMap<CardId, CardState>
  /** Those that stand, in their order. */
  readonly events: readonly ReviewEvent[]
  readonly figures: ReadonlyMap<string, Uint8Array>
  /** ms since 1970. */
  readonly now: number
  readonly zoneOffset: number
  readonly dayStartsAt: number
  readonly retention: number
}
