import type { Outcome, Presented } from '@/lib/cards/card-type'
import type { BundledCard, ListedCard } from '@/lib/content/bundle'
import type { Grade } from '@/lib/core/grade'
import type { CardId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
import type { Explanation } from '@/lib/schedule/explain'
import type { Interval, IntervalLabel } from '@/lib/schedule/label'
import type { Answer } from '@/lib/view/input'

/** What the review screen shows. A new object after every change, the same object while nothing changes. */
export type SessionSnapshot =
  | { readonly kind: 'loading' }
  /** Nothing to review on this device yet: no deck was ever loaded, and the network did not help. */
  | { readonly kind: 'no-deck'; readonly reason: 'offline' | 'server' }
  /** This browser does not let the page keep data, so nothing can be reviewed safely. */
  | { readonly kind: 'no-storage' }
  | (SessionFrame & { readonly kind: 'card'; readonly current: CurrentCard })
  | (SessionFrame & { readonly kind: 'done'; readonly summary: SessionSummary })

/** What stands around the card. */
export interface SessionFrame {
  readonly language: Language
  /** Nothing is kept: neither grades nor dates. */
  readonly practice: boolean
  readonly counts: QueueCounts
  /** Grades given today and how many are expected in all; `done / total` is the hairline. */
  readonly progress: { readonly done: number; readonly total: number }
  readonly minutesLeft: number
  /** The last thing undo would take back, of today; null when there is nothing. */
  readonly undoable: Undoable | null
  /** A card just forgotten so often that it should be rewritten, split, or left; null when there is none. */
  readonly leech: Leech | null
  /** Why the last action was not kept; the card stays where it is so that it can be tried again. */
  readonly problem: 'storage-full' | 'storage-failed' | null
}

export interface Leech {
  readonly card: ListedCard
  readonly lapses: number
}

export interface QueueCounts {
  readonly new: number
  readonly learning: number
  readonly due: number
}

export interface Undoable {
  readonly cardId: CardId
  readonly kind: 'grade' | 'suspend' | 'bury' | 'flag' | 'reset'
  readonly grade: Grade | null
}

export interface CurrentCard {
  /** Id of the review event about to be made: changes with every showing. */
  readonly eventId: EventId
  /** Which numbers and which order are shown: the event's id, or that of the grade taken back. */
  readonly seed: string
  readonly card: BundledCard
  readonly presented: Presented
  readonly state: CardState
  readonly phase: CardPhase
  /** What was entered of the steps in between, where a grade taken back brings it along; null otherwise. */
  readonly steps: Answer | null
  /** The next states as they would be stored now, worst grade first; none before the answer. */
  readonly choices: readonly GradeChoice[]
}

export type CardPhase =
  /** `unreadable` holds the outcome of an answer that could not be read; it cost nothing. */
  | { readonly kind: 'question'; readonly unreadable: Outcome | null }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly outcome: Outcome }

export interface GradeChoice {
  readonly grade: Grade
  /** Both null where nothing is kept. */
  readonly interval: Interval | null
  readonly label: IntervalLabel | null
}

export interface SessionSummary {
  readonly reviewed: number
  readonly minutes: number
  /** Share of today's grades on learned cards that were not `again`, 0..1; null when there were none. */
  readonly recalled: number | null
  /** Cards seen for the first time today. */
  readonly learned: readonly { readonly cardId: CardId; readonly heading: readonly string[] }[]
  readonly tomorrow: { readonly due: number; readonly new: number; readonly minutes: number }
  /** More new cards exist than today's limit lets in. */
  readonly moreNew: number
  /** Due, and left for another day by limits, an easy day or a break. */
  readonly left: number
  /** The learner planned to do nothing today. */
  readonly dayOff: boolean
  /** Last study day of the break that today belongs to. */
  readonly backSoon: number | null
}

export type Put = 'suspend' | 'unsuspend' | 'reset' | 'bury' | { readonly flag: number }

/**
 * One sitting over the learner's own store; React-free. `subscribe` and `getSnapshot` fit `useSyncExternalStore`.
 * Nothing here waits for the network.
 */
export interface StudySession {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => SessionSnapshot
  /** Reads the answer, unfolds it, and returns what marking says; null when no question is open. */
  readonly answer: (answer: Answer) => Outcome | null
  /**
   * Keeps the grade, with what was entered of the steps in between, and moves on. A second tap on the same card does
   * nothing. Resolves when it is kept.
   */
  readonly grade: (grade: Grade, steps?: Answer | null) => Promise<void>
  /** Takes back the last thing done today, also after a reload, and shows that card again. */
  readonly undo: () => Promise<void>
  /** Puts the card to the end of this sitting; leaves no trace in its history. */
  readonly skip: () => void
  /** Out of sight until tomorrow. */
  readonly bury: () => Promise<void>
  readonly suspend: () => Promise<void>
  /** 0 clears, 1..7 are colours; the card stays. */
  readonly flag: (flag: number) => Promise<void>
  /** The card is new again; what was done before stays in its history. */
  readonly reset: () => Promise<void>
  /** Something done to a card that need not be the one on the screen, as after it was called a leech. */
  readonly put: (cardId: CardId, deed: Put) => Promise<void>
  /** The learner has read about the leech. */
  readonly leechRead: () => void
  /** The same card, the same schedule, other words. */
  readonly setLanguage: (language: Language) => Promise<void>
  /** Lets this many new cards in beyond today's limit. */
  readonly allowMoreNew: (count: number) => void
  /** Studies today although the plan says not to. */
  readonly openDay: () => void
  /** Everything that stands behind the date of a card; null for a card this device does not know. */
  readonly explain: (cardId: CardId) => Promise<Explanation | null>
  readonly close: () => void
}
