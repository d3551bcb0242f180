import type { CardId, EventId } from '@/lib/core/id'

/** What the fold of a card's events says about it. A cache: the events are the truth. */
export interface CardState {
  readonly cardId: CardId
  readonly memory: Memory
  /** Grades since the card was new. */
  readonly reps: number
  /** Times forgotten after having been learned. */
  readonly lapses: number
  /** Study day of the first grade since the card was new. */
  readonly introducedDay: number | null
  readonly suspended: boolean
  /** Out of sight until this study day; null when not buried. */
  readonly buriedUntil: number | null
  /** 0 is none, 1..7 are colours. */
  readonly flag: number
  /** Last event folded in, in the order (at, id); an earlier one needs a replay. Null for a card without events. */
  readonly seen: { readonly at: number; readonly id: EventId } | null
  /** Targets of undos that arrived before what they take back, sorted. */
  readonly awaited: readonly EventId[]
}

export type Memory =
  | { readonly kind: 'new' }
  /** Short steps within the day: due at an instant. */
  | (Learned & { readonly kind: 'learning'; readonly step: number; readonly dueAt: number })
  /** Long intervals: due on a study day. */
  | (Learned & { readonly kind: 'review'; readonly intervalDays: number; readonly dueDay: number })
  | (Learned & { readonly kind: 'relearning'; readonly step: number; readonly dueAt: number })

export interface Learned {
  /** Days until recall falls to 90 %. */
  readonly stability: number
  /** 1 (easy) .. 10. */
  readonly difficulty: number
  /** ms since 1970. */
  readonly lastAt: number
  /** Never runs backwards, even for a learner who flies east and back. */
  readonly lastDay: number
}

export const newCardState = (cardId: CardId): CardState => ({
  cardId,
  memory: { kind: 'new' },
  reps: 0,
  lapses: 0,
  introducedDay: null,
  suspended: false,
  buriedUntil: null,
  flag: 0,
  seen: null,
  awaited: [],
})
