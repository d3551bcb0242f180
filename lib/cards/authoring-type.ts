import type { Diagnostic } from '@/lib/core/diagnostic'
import type { ShownTensor } from '@/lib/view/block'

/** The shape of a value, told at the end of the line that makes it. */
export interface ShapeHint {
  /** From 1, in the text that was given. */
  readonly line: number
  readonly name: string
  /** Empty for a number. */
  readonly shape: readonly number[]
}

/** What marking says when a mistake's own answer is typed in. */
export type LabFinding =
  | { readonly kind: 'named' | 'right' | 'unnamed' }
  /** It is taken for another mistake. */
  | { readonly kind: 'other'; readonly name: string }

/** A question tried on the numbers it would be shown with. */
export interface Lab {
  readonly variants: readonly {
    /** Null where the author wrote every number. */
    readonly seed: number | null
    readonly given: readonly ShownTensor[]
    readonly keys: readonly ShownTensor[]
  }[]
  /** Per mistake, one finding a variant. */
  readonly mistakes: readonly { readonly name: string; readonly tried: readonly LabFinding[] }[]
  readonly tried: number
  /** Why draws were not taken, the most frequent reason first. */
  readonly rejected: readonly { readonly why: string; readonly count: number }[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * What a card type offers its author beyond reading a card. Texts are one entry of a file of cards, padded with blank lines
 * to its place; a card that cannot be read has nothing to tell.
 */
export interface Authoring {
  /** Of the card type. */
  readonly name: string
  readonly hints: (text: string, file: string) => readonly ShapeHint[] | null
  readonly lab: (text: string, file: string) => Promise<Lab | null>
}
