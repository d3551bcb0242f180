import type { Result } from '@/lib/core/result'
import type { VjpInOps } from './lay'
import type { Shape, Tensor } from './tensor'
import type { Tf, TfTensor } from './tf'

/**
 * How one argument of a function is given. Tensor arguments become graph inputs in order; the others fix shapes, are
 * evaluated when the graph is built and arrive in `attributes` under their name.
 */
export type Parameter =
  | { readonly name: string; readonly kind: 'tensor'; readonly default?: number }
  /** An array literal `[a, b, ...]` of tensors: contributes all its items as inputs (at most one such parameter, and it is first). */
  | { readonly name: string; readonly kind: 'tensors' }
  | { readonly name: string; readonly kind: 'integer'; readonly default?: number | null }
  /** `[2, n]`: a list of integers. */
  | { readonly name: string; readonly kind: 'integers'; readonly default?: readonly number[] | null }
  /** An integer or a list of integers; null when not given. */
  | { readonly name: string; readonly kind: 'axes'; readonly default: null }
  /** 0 or 1. */
  | { readonly name: string; readonly kind: 'flag'; readonly default: 0 | 1 }

export type Attributes = { readonly [name: string]: number | readonly number[] | null }

/** Why shapes don't fit: a sentence and the cure; the graph adds line and column. */
export interface ShapeRefusal {
  readonly message: string
  readonly hint: string
}

export type Vjp = (call: {
  readonly inputs: readonly Tensor[]
  readonly output: Tensor
  /** Upstream gradient, of the output's shape. */
  readonly upstream: Tensor
  readonly attributes: Attributes
}) => readonly (Tensor | null)[]

/**
 * One operation: its shape rule, its float64 forward and vector-Jacobian product, its TensorFlow.js forward.
 * One op, one file, one line in `list.ts`.
 */
export interface Op {
  /** The function's name in the language; infix operators use `add`, `subtract`, `multiply`, `divide`, `power`, `negate`, `matmul`, `less` ... */
  readonly name: string
  /** Absent: written as a call. An op of `x + y` or `x[1:3]` is no function of the language. */
  readonly written?: 'infix' | 'index'
  readonly parameters: readonly Parameter[]
  readonly shape: (inputs: readonly Shape[], attributes: Attributes) => Result<Shape, ShapeRefusal>
  /**
   * May find a value outside the op's domain (index out of range, singular matrix, asymmetric eigen input): says so by
   * throwing `DomainError`. Non-finite results are found by the evaluator.
   */
  readonly forward: (inputs: readonly Tensor[], attributes: Attributes, shape: Shape) => Tensor
  /** One entry an input, null where no gradient flows; `'zero'` for piecewise constant ops, `{ refused }` where no gradient exists. */
  readonly vjp: Vjp | 'zero' | { readonly refused: string }
  /**
   * The vector-Jacobian product once more, as operations of the graph, so that it can be differentiated in turn. Absent: a
   * gradient of a gradient is refused through this op.
   */
  readonly vjpInOps?: VjpInOps
  readonly tensorflow: (tf: Tf, inputs: readonly TfTensor[], attributes: Attributes, shape: Shape) => TfTensor
  /**
   * Distance of the inputs from the op's nearest kink or tie (Infinity where smooth), for the lint of variants.
   * Absent: smooth everywhere.
   */
  readonly kink?: (inputs: readonly Tensor[], attributes: Attributes) => number
  /** How far WebGL may stay from float64 where graphics drivers compute the op roughly; absent: as far as any other op. */
  readonly webglTolerance?: number
  /** Multiply-adds of one run, for the budget. Absent: as many as inputs and output have elements. */
  readonly work?: (inputs: readonly Shape[], attributes: Attributes, shape: Shape) => number
}

/** A value outside an op's domain, found when run. */
export class DomainError extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}
