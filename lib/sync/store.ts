import type { CardId, EventId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { ReviewEvent } from '@/lib/schedule/event'

/** How far a device has heard the server. */
export interface SyncPosition {
  /** Null before the first exchange. */
  readonly epoch: string | null
  readonly cursor: number
}

export interface Rejection {
  readonly id: EventId
  readonly reason: string
}

/** What one exchange changes; stored in one transaction, so that a crash repeats it and never halves it. */
export type Received =
  | {
      readonly kind: 'received'
      readonly accepted: readonly EventId[]
      readonly rejected: readonly Rejection[]
      /** In the server's words: their `at` wins over the device's own. */
      readonly events: readonly ReviewEvent[]
      readonly position: SyncPosition
    }
  /** The server is another store, or speaks for another person: everything is offered again. */
  | { readonly kind: 'start-over'; readonly epoch: string }

/** States by card, in a map of the caller's own. */
export interface StateMap extends ReadonlyMap<CardId, CardState> {
  readonly set: (cardId: CardId, state: CardState) => unknown
  readonly delete: (cardId: CardId) => boolean
}

/** Where a device keeps a person's reviews. Every method is one transaction. */
export interface ReviewStore {
  /** Keeps new events, puts them into the outbox, refolds their cards. Events known by id change nothing. Returns the states that changed. */
  readonly append: (events: readonly ReviewEvent[]) => Promise<readonly CardState[]>
  /** Takes in what an exchange brought. Returns the states that changed. */
  readonly receive: (received: Received) => Promise<readonly CardState[]>
  readonly history: (cardId: CardId) => Promise<readonly ReviewEvent[]>
  /** Events with `at` in from ..< to, by time. */
  readonly between: (from: number, to: number) => Promise<readonly ReviewEvent[]>
  /** Every card that has a state. */
  readonly states: () => Promise<StateMap>
  /** The oldest events no server has acknowledged, at most `limit`. */
  readonly outbox: (limit: number) => Promise<readonly ReviewEvent[]>
  readonly waiting: () => Promise<number>
  readonly position: () => Promise<SyncPosition>
  /** Events a server would not take: kept here, counted here, told to the learner. */
  readonly rejections: () => Promise<readonly Rejection[]>
}
