import type { Json } from '@/lib/core/json'
import type { Block, MathSet } from '@/lib/view/block'
import type { Answer, NumberAsk } from '@/lib/view/input'
import type { Trace } from '@/lib/view/trace'
import type { MessageKey, Verdict } from '@/lib/view/verdict'
import { bodyOf, type Occasion } from './card-type'

/** What is said of entered steps. */
export interface StepsMarked {
  /** Per cell of the entered steps; `unreadable` until every cell of each step begun can be read. */
  readonly verdict: Exclude<Verdict, { kind: 'ungraded' }>
  /** The first entry, step or answer, that does not follow from those before it. */
  readonly first: WrongStep | null
  /** Entries that follow wholly from what came before, of all entered, the answer's included. */
  readonly right: number
  readonly of: number
  /** Displayed cells of what was entered where it is not right, by node of the trace. */
  readonly had: { readonly [node: string]: readonly string[] }
}

export interface WrongStep {
  /** Its node in the trace. */
  readonly node: string
  readonly label: { readonly math: MathSet | null; readonly text: string }
  /** Displayed cells as entered, and as they follow from what came before; null where that leads to no value. */
  readonly shape: readonly number[]
  readonly given: readonly string[]
  readonly expected: readonly string[] | null
}

/** A given of a card with what may be put in its place. */
export interface TriedGiven {
  readonly name: string
  readonly math: MathSet | null
  readonly shape: readonly number[]
  /** The card's own numbers as displayed, with ASCII minus. */
  readonly cells: readonly string[]
  /** One press of a stepper. */
  readonly step: number
  /** Ends of a slider; numbers beyond them may be typed. */
  readonly range: { readonly low: number; readonly high: number }
  /** It fixes the shape of another given, so it stays. */
  readonly fixed: boolean
}

/** The card's computation with other numbers. */
export type Tried =
  | { readonly kind: 'ran'; readonly answer: readonly Block[]; readonly trace: Trace }
  | {
      readonly kind: 'refused'
      /** The given at fault; null where the numbers can be read but lead to no value. */
      readonly given: string | null
      readonly message: MessageKey
      /** The evaluator's own sentence, in English; null where `message` says it all. */
      readonly detail: string | null
    }

interface WorkingsOf<Compiled> {
  /** Intermediate steps small enough to be entered, as controls; empty where there are none. */
  readonly steps: (compiled: Compiled, occasion: Occasion) => readonly NumberAsk[]
  /** Marks the steps that were entered, with the answer if it could be read. Steps left empty are not missed. */
  readonly markSteps: (compiled: Compiled, occasion: Occasion, answer: Answer, steps: Answer) => StepsMarked
  readonly givens: (compiled: Compiled, occasion: Occasion) => readonly TriedGiven[]
  /** Runs the card on typed numbers by given name, cells in row-major order. */
  readonly tryNumbers: (
    compiled: Compiled,
    occasion: Occasion,
    cells: { readonly [given: string]: readonly string[] },
  ) => Tried
}

/**
 * What a card type offers beyond question and answer: its steps to enter and its numbers to change. Fetched when wanted, so
 * no review waits for it.
 */
export interface Workings extends WorkingsOf<Json> {
  /** Of the card type. */
  readonly name: string
}

/** Closes workings over their compiled form. */
export const defineWorkings = <Compiled>(name: string, spec: WorkingsOf<Compiled>): Workings => ({
  name,
  steps: (compiled, ...rest) => spec.steps(bodyOf(compiled), ...rest),
  markSteps: (compiled, ...rest) => spec.markSteps(bodyOf(compiled), ...rest),
  givens: (compiled, ...rest) => spec.givens(bodyOf(compiled), ...rest),
  tryNumbers: (compiled, ...rest) => spec.tryNumbers(bodyOf(compiled), ...rest),
})
