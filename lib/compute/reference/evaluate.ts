import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Graph, NodeId } from '../graph'
import { faultAt } from '../language/locate'
import { DomainError } from '../ops/op'
import type { Tensor } from '../ops/tensor'
import type { Values } from '../values'
import { derivedValue, givenValue } from './node-value'
import { explainNonFinite, isFiniteTensor } from './non-finite'

/** The value of every node of a graph, in float64, by node id. */
export interface Evaluation {
  readonly nodes: readonly Tensor[]
}

/**
 * Runs a graph in float64. Refused when a value leaves an op's domain or a given, step, ask or gradient is not finite: one
 * diagnostic, at the operation that caused it. Throws when `values` lacks a given or has one of another shape.
 */
export const evaluate = (graph: Graph, values: Values): Result<Evaluation, readonly Diagnostic[]> => {
  const nodes: Tensor[] = []
  const named = namedNodes(graph)
  for (const [id, node] of graph.nodes.entries()) {
    try {
      nodes.push(node.kind === 'given' ? givenValue(node, values) : derivedValue(graph, node, nodes))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      const { name, place, span } = node.origin
      return refuse([faultAt(place, span, `In "${name}": ${error.message}`, error.hint)])
    }
    const checked = node.kind === 'grad' || node.kind === 'numgrad' || named.has(id)
    if (checked && !isFiniteTensor(nodes[id])) return refuse([explainNonFinite(graph, nodes, id)])
  }
  return ok({ nodes })
}

/** Nodes a learner or an author can see; what lies between them may be infinite, e.g. in a `where` not taken. */
const namedNodes = (graph: Graph): ReadonlySet<NodeId> => {
  const named = new Set<NodeId>()
  for (const { node } of graph.givens) named.add(node)
  for (const { node } of graph.asks) named.add(node)
  for (const step of graph.steps) {
    if (step.kind === 'value') named.add(step.node)
    else for (const pass of step.passes) for (const node of Object.values(pass)) named.add(node)
  }
  return named
}
