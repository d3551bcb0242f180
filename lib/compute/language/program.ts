import type { ConceptId } from '@/lib/core/id'
import type { Words } from '@/lib/core/language'
import type { Expression } from './expression'

/**
 * A compute question as data. Plain JSON once read: what the database stores and what a bundle carries to the learner.
 * Shapes are static only after the givens are drawn, so they live in the graph, not here.
 */
export interface Program {
  readonly id: string | null
  /** The first is the main one. */
  readonly concepts: readonly ConceptId[]
  readonly title: Words | null
  readonly prompt: Words | null
  readonly given: readonly Given[]
  readonly require: readonly Formula[]
  readonly steps: readonly Step[]
  readonly ask: readonly Ask[]
  readonly mistakes: readonly Mistake[]
}

/** An expression with its text and the place of its first character in the author's document. */
export interface Formula {
  readonly text: string
  readonly expression: Expression
  readonly place: Place
}

export interface Place {
  /** The file as the author knows it; absent for text without a file. */
  readonly file?: string
  /** JSON Pointer, e.g. `/steps/loss`. */
  readonly path: string
  readonly line: number
  readonly column: number
  /** False inside folded blocks and quoted scalars with escapes: there spans can't be mapped and the scalar's start is told. */
  readonly exact: boolean
  /** Where each line of the text starts, when there are several. */
  readonly rows?: readonly Row[]
}

/** One line of an expression: its first character in the text (leading blanks dropped) and in the document. */
export interface Row {
  readonly start: number
  readonly line: number
  readonly column: number
}

export type Nested = number | readonly Nested[]

export interface Given {
  readonly name: string
  readonly place: Place
  /** The name as LaTeX for display, e.g. `W_1`. */
  readonly tex: string | null
  readonly source: GivenSource
}

export type GivenSource =
  | { readonly kind: 'explicit'; readonly value: Nested }
  | { readonly kind: 'random'; readonly shape: readonly Formula[]; readonly distinct: boolean; readonly draw: Draw }

export type Draw =
  /** k / 10^decimals, both ends included. */
  | { readonly kind: 'uniform'; readonly low: number; readonly high: number; readonly decimals: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly deviation: number; readonly decimals: number }
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  /** An integer in 0 ..< n; n may be an expression over integer givens. */
  | { readonly kind: 'index'; readonly n: Formula }
  | { readonly kind: 'choice'; readonly options: readonly number[] }
  | { readonly kind: 'bernoulli'; readonly probability: number }

export type Step =
  | {
      readonly kind: 'formula'
      readonly name: string
      readonly tex: string | null
      readonly place: Place
      readonly formula: Formula
    }
  | {
      readonly kind: 'literal'
      readonly name: string
      readonly tex: string | null
      readonly place: Place
      readonly value: Nested
    }
  | {
      readonly kind: 'loop'
      readonly name: string
      readonly tex: string | null
      readonly place: Place
      readonly loop: Loop
    }

export interface Loop {
  readonly times: Formula
  readonly index: string | null
  readonly carry: readonly { readonly name: string; readonly formula: Formula }[]
  readonly steps: readonly { readonly name: string; readonly formula: Formula }[]
  /** Name of the stack -> expression stacked after each pass. */
  readonly as: readonly { readonly name: string; readonly formula: Formula }[]
}

export interface Ask {
  readonly name: string
  readonly place: Place
  readonly tex: string | null
  /** A plain-words name beside the box where a formula would not help. */
  readonly label: Words | null
  readonly value: Formula
  readonly precision:
    | { readonly kind: 'decimals'; readonly decimals: number }
    | { readonly kind: 'integer' }
    | { readonly kind: 'free' }
  readonly tolerance: { readonly abs: number; readonly rel: number }
  readonly probability: boolean
  readonly choice: readonly Words[] | null
  /** The asked quantity may be zero on purpose (lint). */
  readonly zero: boolean
}

export interface Mistake {
  readonly name: string
  readonly place: Place
  readonly says: Words | null
  /** Replaces steps and recomputes what follows. */
  readonly change: readonly { readonly step: string; readonly formula: Formula }[]
  /** Replaces asked values only. */
  readonly answer: readonly { readonly ask: string; readonly formula: Formula }[]
}
