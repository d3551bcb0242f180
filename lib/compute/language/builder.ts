import type { Diagnostic } from '@/lib/core/diagnostic'
import type { GraphNode, NodeId, Origin } from '../graph'
import { opByName } from '../ops/list'
import type { Attributes } from '../ops/op'
import { type Shape, sizeOf, type Tensor } from '../ops/tensor'
import { workOf } from '../work'
import type { Span } from './expression'
import { limits } from './limits'
import type { Place } from './program'

/** A graph under construction. */
export interface Builder {
  readonly nodes: GraphNode[]
  /** Multiply-adds of each node, for the budget. */
  readonly work: number[]
  readonly warnings: Diagnostic[]
  spent: number
}

/** Where building stands: what names mean here, and whom new nodes belong to. */
export interface Site {
  readonly builder: Builder
  /** The formula's text, quoted in messages. */
  readonly text: string
  readonly place: Place
  readonly origin: Omit<Origin, 'span'>
  readonly names: ReadonlyMap<string, NodeId>
  /** Numbers known before running. */
  readonly fixed: FixedNumbers
}

export interface FixedNumbers {
  /** Integer-valued scalar givens: they may fix shapes, but one graph should serve all values that leave shapes alone. */
  readonly givens: ReadonlyMap<string, number>
  /** Literal steps and loop indices. */
  readonly constants: ReadonlyMap<string, number>
}

/** Thrown while one formula is built; `buildGraph` turns it into a diagnostic. */
export class BuildFault extends Error {
  constructor(
    readonly span: Span,
    message: string,
    readonly hint: string,
  ) {
    super(message)
  }
}

/** A name whose own step could not be built, so that its fault is told once. */
export class MissingName extends BuildFault {
  constructor(
    span: Span,
    readonly missing: string,
  ) {
    super(span, `"${missing}" has no value here.`, 'Define it above its use.')
  }
}

/** A fault with its place in the document. */
export class Refusal extends Error {
  constructor(
    readonly diagnostic: Diagnostic,
    override readonly cause: BuildFault | null,
  ) {
    super(diagnostic.message)
  }
}

type Unowned = GraphNode extends infer N ? (N extends GraphNode ? Omit<N, 'shape' | 'origin'> : never) : never

/** Appends a node after checking its size and the budget; `work` is what a gradient costs beside its own cells. */
export const addNode = (site: Site, span: Span, shape: Shape, node: Unowned, work = 0): NodeId => {
  const { builder, origin } = site
  const size = sizeOf(shape)
  if (!shape.every((n) => Number.isSafeInteger(n) && n >= 1))
    throw new BuildFault(
      span,
      `The shape [${shape.join(', ')}] has an empty dimension.`,
      'Every dimension is at least 1.',
    )
  if (shape.length > limits.rank || size > limits.elements)
    throw new BuildFault(
      span,
      `The shape [${shape.join(', ')}] is too large: ${limits.rank} dimensions and ${limits.elements} elements are allowed.`,
      'Use smaller tensors.',
    )
  const cost = work + workOf({ ...node, shape }, (id) => shapeAt(site, id))
  builder.spent += cost
  if (builder.nodes.length >= limits.nodes || builder.spent > limits.work)
    throw new BuildFault(span, 'The program does too much work.', 'Use fewer passes or smaller tensors.')
  builder.nodes.push({ ...node, shape, origin: { ...origin, span } } as GraphNode)
  builder.work.push(cost)
  return builder.nodes.length - 1
}

export const addConstant = (site: Site, span: Span, value: Tensor): NodeId =>
  addNode(site, span, value.shape, { kind: 'constant', value })

export const shapeAt = ({ builder }: Site, node: NodeId): Shape => {
  const found = builder.nodes[node]
  if (found === undefined) throw new Error(`There is no node ${node}.`)
  return found.shape
}

/** Adds an op; a refusal of its shape rule is told at `span`. */
export const addOp = (
  site: Site,
  span: Span,
  name: string,
  inputs: readonly NodeId[],
  attributes: Attributes,
): NodeId => {
  const op = opByName.get(name)
  if (op === undefined) throw new Error(`There is no op ${name}.`)
  const shapes = inputs.map((input) => shapeAt(site, input))
  const shape = op.shape(shapes, attributes)
  if (!shape.ok) throw new BuildFault(span, shape.error.message, shape.error.hint)
  return addNode(site, span, shape.value, { kind: 'op', op: name, inputs, attributes })
}

/** A node of its own for a name that only repeats another: a gradient with respect to it must not see past it. */
export const addAlias = (site: Site, span: Span, of: NodeId): NodeId =>
  addOp(site, span, 'reshape', [of], { shape: shapeAt(site, of) })
