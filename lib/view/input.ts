import type { Block, Inline, MathSet } from './block'

/** What the learner is asked to do, and the shape of the control that takes it. The screen draws by `kind`. */
export type Input =
  /** Think, then reveal. */
  | { readonly kind: 'reveal' }
  | {
      readonly kind: 'choice'
      readonly options: readonly { readonly id: string; readonly blocks: readonly Block[] }[]
      readonly multiple: boolean
    }
  | { readonly kind: 'order'; readonly items: readonly { readonly id: string; readonly blocks: readonly Block[] }[] }
  | {
      readonly kind: 'match'
      readonly left: readonly { readonly id: string; readonly blocks: readonly Block[] }[]
      readonly right: readonly { readonly id: string; readonly blocks: readonly Block[] }[]
    }
  /** One or more numeric answers, each a scalar, vector or matrix. */
  | { readonly kind: 'numbers'; readonly asks: readonly NumberAsk[] }
  | { readonly kind: 'text'; readonly placeholder: string; readonly code: boolean }

export interface NumberAsk {
  readonly name: string
  /** How the quantity is written before the box; both empty where the question alone names it. */
  readonly label: { readonly math: MathSet | null; readonly text: string }
  /** Stands behind the box. */
  readonly unit?: { readonly math: MathSet | null; readonly text: string }
  readonly shape: readonly number[]
  readonly precision:
    | { readonly kind: 'decimals'; readonly decimals: number }
    | { readonly kind: 'integer' }
    | { readonly kind: 'free' }
  /** It may be left empty as a whole; false when left out. */
  readonly optional?: boolean
  /** A verdict question: one of these instead of a number. */
  readonly options: readonly (readonly Inline[])[] | null
}

/** What the learner entered, as typed: reading it is the card type's business. JSON-safe, stored in the review event. */
export type Answer =
  /** Thought, then revealed; on any other input: the learner gives up and wants the answer. */
  | { readonly kind: 'reveal' }
  | { readonly kind: 'choice'; readonly chosen: readonly string[] }
  | { readonly kind: 'order'; readonly order: readonly string[] }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [left: string, right: string])[] }
  /** Typed cells in row-major order by ask name. */
  | { readonly kind: 'numbers'; readonly cells: { readonly [ask: string]: readonly string[] } }
  | { readonly kind: 'text'; readonly text: string }
