import type { Outcome, Presented } from '@/lib/cards/card-type'
import type { BundledCard } from '@/lib/content/bundle'
import type { Grade } from '@/lib/core/grade'
import type { CardId, EventId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import type { CardState } from '@/lib/schedule/card-state'
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
  readonly counts: QueueCounts
  /** Grades given today and how many are expected in all; `done / total` is the hairline. */
  readonly progress: { readonly done: number; readonly total: number }
  readonly minutesLeft: number
  /** The last thing undo would take back, of today; null when there is nothing. */
  readonly undoable: Undoable | null
  /** Why the last action was not kept; the card stays where it is so that it can be tried again. */
  readonly problem: 'storage-full' | 'storage-failed' | null
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
  /** The four next states as they would be stored now, in the order again, hard, good, easy. */
  readonly choices: readonly GradeChoice[]
  /** For "why this date". */
  readonly why: Why
}

export type CardPhase =
  /** `unreadable` holds the outcome of an answer that could not be read; it cost nothing. */
  | { readonly kind: 'question'; readonly unreadable: Outcome | null }
  | { readonly kind: 'answered'; readonly answer: Answer; readonly outcome: Outcome }

export interface GradeChoice {
  readonly grade: Grade
  readonly interval: Interval
  readonly label: IntervalLabel
}

export interface Why {
  /** Chance of recalling it today, 0..1; null while the card is new. */
  readonly retrievability: number | null
  readonly stabilityDays: number | null
  /** 1..10 */
  readonly difficulty: number | null
  /** Calendar date `2026-11-23` it was due on; null while new or in its short steps. */
  readonly dueDate: string | null
  readonly lastDate: string | null
  readonly reps: number
  readonly lapses: number
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
}

/**
 * One sitting over the learner's own store; React-free. `subscribe` and `getSnapshot` fit `useSyncExternalStore`.
 * Nothing here waits for the network.
 */
export interface StudySession {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => SessionSnapshot
  /** Reads the answer, unfolds it, and returns what marking says; null when no question is open. */
  readonly answer: (answer: Answer) => Outcome | null
  /** Keeps the grade and moves on. A second tap on the same card does nothing. Resolves when it is kept. */
  readonly grade: (grade: Grade) => Promise<void>
  /** Takes back the last thing done today, also after a reload, and shows that card again. */
  readonly undo: () => Promise<void>
  /** Puts the card to the end of this sitting; leaves no trace in its history. */
  readonly skip: () => void
  /** Out of sight until tomorrow. */
  readonly bury: () => Promise<void>
  readonly suspend: () => Promise<void>
  /** 0 clears, 1..7 are colours; the card stays. */
  readonly flag: (flag: number) => Promise<void>
  /** The same card, the same schedule, other words. */
  readonly setLanguage: (language: Language) => Promise<void>
  /** Lets this many new cards in beyond today's limit. */
  readonly allowMoreNew: (count: number) => void
  readonly close: () => void
}
