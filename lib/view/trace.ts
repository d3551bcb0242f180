import type { MathSet } from './block'

/** A worked computation as a graph of named steps: values flow forward, gradients flow back. Already in display form. */
export interface Trace {
  readonly nodes: readonly TraceNode[]
  readonly edges: readonly TraceEdge[]
  /** The scalar whose gradient flows back; null when the question asks for no gradient. */
  readonly target: string | null
}

export interface TraceNode {
  readonly id: string
  readonly name: string
  /** The name as a formula, where the author gave one. */
  readonly math: MathSet | null
  readonly role: 'given' | 'step' | 'asked'
  /** Pass of a loop, from 0. */
  readonly pass: number | null
  /** What the step does last: `+`, `relu`; null for a given and where there is nothing to name. */
  readonly operator: string | null
  /** The author's expression, e.g. `relu(s - s[y] + delta)`; null for a given. */
  readonly formula: string | null
  /** The expression typeset, for the list of steps: `\max(0, s - s_y + \Delta)`. */
  readonly formulaMath: MathSet | null
  /** The expression with the numbers put in, e.g. `relu([3.2, 5.1] - 3.2 + 1)`. */
  readonly worked: string | null
  readonly shape: readonly number[]
  readonly value: readonly string[]
  /** d target / d node, analytic and by centred differences, same shape; null when nothing flows here. */
  readonly gradient: {
    readonly analytic: readonly string[]
    readonly numeric: readonly string[] | null
    readonly relativeError: number | null
  } | null
  /** True where a gate is shut: every gradient that arrives leaves as zero (a dead ReLU). */
  readonly shut: boolean
  /** What a recognised mistake did here: its value at this step. */
  readonly mistaken: readonly string[] | null
  /** Column when drawn left to right: longest path from a given. */
  readonly depth: number
}

export interface TraceEdge {
  readonly from: string
  readonly to: string
  /** Gradient sent back along this edge (largest magnitude over cells) for width and sign; null without a backward pass. */
  readonly back: { readonly magnitude: number; readonly negative: boolean; readonly text: string } | null
}
