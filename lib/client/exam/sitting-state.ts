import type { Receipt, Sheet, SheetSlot } from '@/lib/exam/protocol/attempt'
import type { Answer } from '@/lib/view/input'

/** Where what was typed is: `device`: kept here, on its way to the server; `unkept`: not even here. */
export type SavedState = 'saved' | 'device' | 'offline' | 'unkept'

/** What a taking screen shows. A new object after every change. */
export interface SittingSnapshot {
  readonly title: string
  readonly zone: string
  readonly slots: readonly SheetSlot[]
  readonly parts: Sheet['parts']
  readonly place: number
  readonly nextPlace: number | null
  readonly answers: ReadonlyMap<number, Answer>
  /** Slots whose answer the server has. */
  readonly onServer: ReadonlySet<number>
  readonly flagged: ReadonlySet<number>
  readonly saved: SavedState
  /** By the server's clock. */
  readonly deadline: number
  readonly onBreak: boolean
  readonly breakLeftMs: number
  /** While a break lasts: when it has used up what is allowed, by the server's clock, and the time that stands still. */
  readonly pause: { readonly endsAt: number; readonly leftMs: number } | null
  readonly live: Sheet['live']
  readonly handingIn: boolean
  readonly finished: boolean
  readonly receipt: Receipt | null
  /** The session is over: signing in again goes on here. */
  readonly signedOut: boolean
  /** Something was asked of the server and did not happen; it can be asked again. */
  readonly failed: 'lock' | 'break' | null
}

/** One student's sitting on one device; React-free. Nothing typed here waits for the network. */
export interface Sitting {
  readonly subscribe: (listener: () => void) => () => void
  readonly getSnapshot: () => SittingSnapshot
  /** The time by the server's clock, ms since 1970. */
  readonly now: () => number
  /** Keeps an answer on the device at once and sends it within seconds. `spentMs` is added to the question's time. */
  readonly answer: (slot: number, answer: Answer, spentMs: number) => void
  readonly flag: (slot: number) => void
  /** Sends what is not sent yet, now. */
  readonly flush: () => Promise<void>
  readonly handIn: () => Promise<void>
  readonly passLockPoint: () => Promise<void>
  readonly takeBreak: (on: boolean) => Promise<void>
  /** Reads the attempt anew: after sleep, on another device's changes. */
  readonly refresh: () => Promise<void>
  readonly close: () => void
}
