import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Span } from './language/expression'
import type { Place } from './language/program'
import type { Attributes } from './ops/op'
import type { Shape, Tensor } from './ops/tensor'

/** Index into `Graph.nodes`; inputs always come before the node that reads them. */
export type NodeId = number

/**
 * A program with its givens' shapes known: loops unrolled, every shape static. Both evaluators walk this list; they share
 * it and no arithmetic. Given values are passed beside it, except those that fixed a shape.
 */
export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly givens: readonly { readonly name: string; readonly node: NodeId }[]
  readonly steps: readonly GraphStep[]
  readonly asks: readonly { readonly name: string; readonly node: NodeId; readonly place: Place }[]
  /** What stands but looks unmeant, e.g. a gradient with respect to a name it never reaches. */
  readonly warnings: readonly Diagnostic[]
}

export type GraphNode = {
  readonly shape: Shape
  /** The step, given or ask it belongs to, for messages and the trace. */
  readonly origin: Origin
} & (
  | { readonly kind: 'given'; readonly name: string }
  | { readonly kind: 'constant'; readonly value: Tensor }
  | { readonly kind: 'op'; readonly op: string; readonly inputs: readonly NodeId[]; readonly attributes: Attributes }
  /** A constant for `grad`, frozen at its base value in `numgrad`. */
  | { readonly kind: 'stop'; readonly input: NodeId }
  /**
   * d of / d wrt, of the shape of `wrt`; `of` is a scalar. Where what was written holds gradients itself, `of` is a copy in
   * which they are laid out as operations.
   */
  | { readonly kind: 'grad'; readonly of: NodeId; readonly wrt: NodeId; readonly written: Written }
  | {
      readonly kind: 'numgrad'
      readonly of: NodeId
      readonly wrt: NodeId
      readonly h: number
      readonly written: Written
    }
)

/** Both arguments of a gradient as the author wrote them. */
export interface Written {
  readonly of: string
  readonly node: NodeId
  readonly wrt: string
}

export interface Origin {
  /** Name of the given, step or ask. */
  readonly name: string
  /** Pass of a loop, from 0; null outside. */
  readonly pass: number | null
  readonly place: Place
  readonly span: Span
}

export type GraphStep =
  | { readonly kind: 'value'; readonly name: string; readonly node: NodeId }
  /** One record of body names (carries included) a pass. */
  | { readonly kind: 'loop'; readonly name: string; readonly passes: readonly { readonly [name: string]: NodeId }[] }
