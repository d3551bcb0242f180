import type { MessageKey } from './verdict'

/** A chart is its message, its marks and its table twin; the screen only draws. */
export interface Chart {
  readonly id: string
  /** What the chart says, in one line. */
  readonly title: MessageKey
  readonly marks: Marks
  /** The same numbers, for screen readers, print and copy. */
  readonly table: { readonly columns: readonly MessageKey[]; readonly rows: readonly (readonly Cell[])[] }
}

export type Marks =
  /** One bar a label, its parts stacked in the order of `series`. */
  | {
      readonly kind: 'bars'
      readonly series: readonly Series[]
      readonly bars: readonly { readonly label: Label; readonly parts: readonly number[]; readonly emphasis: boolean }[]
      /** What is counted, e.g. cards. */
      readonly unit: MessageKey
    }
  /** Groups of shares on one scale of 0..100 %, with the share that was aimed for. */
  | {
      readonly kind: 'shares'
      readonly series: readonly Series[]
      readonly groups: readonly { readonly label: Label; readonly parts: readonly Share[] }[]
      /** 0..1 */
      readonly aim: number
    }

export interface Series {
  readonly name: MessageKey
  /** Blue for what comes or came to mind, orange for what flows back. */
  readonly hue: 'forward' | 'backward'
}

/** `right` of `of`, with the 95 % interval of the true share, 0..1; `of` may be 0, and then there is nothing to draw. */
export interface Share {
  readonly right: number
  readonly of: number
  readonly low: number
  readonly high: number
}

/** A label the screen writes in the learner's language. */
export type Label =
  /** `2026-11-23` */
  | { readonly kind: 'date'; readonly date: string }
  /** `2026-11` */
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'message'; readonly message: MessageKey }

export type Cell =
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'share'; readonly share: Share }
