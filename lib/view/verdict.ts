/** What marking says of an answer. `unreadable` costs nothing: no attempt, no event. `ungraded`: the learner decides alone. */
export type Verdict =
  /** `cells`: what is right, for a learner who asked for it where it can be pointed at. */
  | { readonly kind: 'ungraded'; readonly cells?: readonly CellVerdict[] }
  | { readonly kind: 'unreadable'; readonly cells: readonly CellVerdict[]; readonly message: MessageKey }
  | {
      readonly kind: 'marked'
      readonly right: boolean
      /** Share of the credit, 0..1. */
      readonly score: number
      readonly cells: readonly CellVerdict[]
      /** The recognised mistake, and the step at which it departs from the right computation. */
      readonly mistake: { readonly name: string; readonly step: string | null } | null
    }

export interface CellVerdict {
  /** Ask name, option id, item id or pair key. */
  readonly part: string
  /** Row-major position inside the part; 0 for a scalar. */
  readonly index: number
  /** `carried`: of an intermediate step, what follows from the learner's own earlier number. */
  readonly state: 'right' | 'carried' | 'wrong' | 'unreadable' | 'empty'
  /** As typed. */
  readonly given: string
  /** As it should have been written, at the asked precision; empty while unreadable. */
  readonly key: string
}

/** A key into the interface's messages with the values put in. */
export interface MessageKey {
  readonly key: string
  readonly values: { readonly [name: string]: string | number }
}
