import type { Graph, GraphNode, NodeId } from '../graph'
import { DomainError } from '../ops/op'
import type { Tensor } from '../ops/tensor'
import type { Values } from '../values'
import { adjoints } from './backward'
import { derivedValue, givenValue } from './node-value'
import { numericGradient } from './numeric'

type Derived = Exclude<GraphNode, { readonly kind: 'given' }>

/** Gradients somebody holds of one scalar, by the node they are taken at. */
const heldGradients = (graph: Graph, held: ReadonlyMap<NodeId, Tensor>, of: NodeId): ReadonlyMap<NodeId, Tensor> =>
  new Map(
    [...held].flatMap(([id, value]) => {
      const node = graph.nodes[id]
      return node?.kind === 'grad' && node.of === of ? [[node.wrt, value] as const] : []
    }),
  )

/**
 * Every node of a graph in float64 with some nodes held at other values than they have: what follows is computed from the
 * held ones, forward and backward. A held gradient flows on in the gradients taken through its node. Null from the first
 * node on that has no value with these numbers.
 */
export const evaluateHeld = (
  graph: Graph,
  values: Values,
  held: ReadonlyMap<NodeId, Tensor>,
): readonly (Tensor | null)[] => {
  const nodes: Tensor[] = []
  /** What holding a node adds to it: a centred difference still moves it with what it is computed from. */
  const added = new Map<Derived, Float64Array>()
  const moved = (_: Graph, node: Derived, trial: readonly Tensor[]): Tensor => {
    const value = derivedValue(graph, node, trial)
    const more = added.get(node)
    return more === undefined ? value : { shape: value.shape, data: value.data.map((x, i) => x + (more[i] ?? 0)) }
  }
  const computed = (node: GraphNode): Tensor => {
    if (node.kind === 'given') return givenValue(node, values)
    if (node.kind === 'grad') {
      const found = adjoints(graph, nodes, node.of, node.wrt, heldGradients(graph, held, node.of))[node.wrt]
      return found ?? { shape: node.shape, data: new Float64Array(nodes[node.wrt]?.data.length ?? 0) }
    }
    return node.kind === 'numgrad'
      ? numericGradient(graph, nodes, node, node.h, moved)
      : derivedValue(graph, node, nodes)
  }
  try {
    for (const [id, node] of graph.nodes.entries()) {
      const value = computed(node)
      const kept = held.get(id)
      if (kept !== undefined && node.kind !== 'given')
        added.set(
          node,
          kept.data.map((x, i) => x - (value.data[i] ?? 0)),
        )
      nodes.push(kept ?? value)
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
  }
  return graph.nodes.map((_, id) => nodes[id] ?? null)
}
