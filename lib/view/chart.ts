import type { MessageKey } from './verdict'

/** A chart is its message, its marks and its table twin; the screen only draws. */
export interface Chart {
  readonly id: string
  /** What the chart says, in one line. */
  readonly title: MessageKey
  /** What helps to read it, or to do better; null where the title says all. */
  readonly note?: MessageKey | null
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
  /** Shares one after another, each with its interval, joined where both neighbours are there. */
  | {
      readonly kind: 'trend'
      readonly series: readonly Series[]
      readonly points: readonly { readonly label: Label; readonly parts: readonly Share[] }[]
      /** 0..1; null where nothing is aimed for. */
      readonly aim: number | null
    }
  /** What was predicted against what came, on two scales of 0..100 %. */
  | {
      readonly kind: 'against'
      readonly series: readonly Series[]
      readonly points: readonly { readonly predicted: number; readonly share: Share }[]
    }
  /** A square a day, weeks side by side; `counts` begins on `first`, a Monday. */
  | {
      readonly kind: 'calendar'
      readonly series: readonly Series[]
      readonly first: string
      readonly counts: readonly number[]
    }
  /** How much of a whole, a line each. */
  | {
      readonly kind: 'levels'
      readonly series: readonly Series[]
      readonly levels: readonly { readonly label: Label; readonly value: number; readonly of: number }[]
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
  /** 0..23 */
  | { readonly kind: 'hour'; readonly hour: number }
  /** A name out of the course, in its own words. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'message'; readonly message: MessageKey }

export type Cell =
  | { readonly kind: 'label'; readonly label: Label }
  | { readonly kind: 'count'; readonly value: number }
  /** A count that need not be whole, told to one decimal. */
  | { readonly kind: 'amount'; readonly value: number }
  /** 0..1 */
  | { readonly kind: 'percent'; readonly value: number }
  | { readonly kind: 'share'; readonly share: Share }
