import type { Graph, GraphNode, NodeId } from './graph'
import { opByName } from './ops/list'
import type { Op } from './ops/op'

export const nodeAt = (graph: Graph, id: NodeId): GraphNode => {
  const node = graph.nodes[id]
  if (node === undefined) throw new Error(`the graph has no node ${id}`)
  return node
}

export const opNamed = (name: string): Op => {
  const op = opByName.get(name)
  if (op === undefined) throw new Error(`there is no operation ${name}`)
  return op
}

/** Every node whose value a node's own is computed from. */
export const readsOf = (node: GraphNode): readonly NodeId[] => {
  switch (node.kind) {
    case 'given':
    case 'constant':
      return []
    case 'op':
      return node.inputs
    case 'stop':
      return [node.input]
    case 'grad':
    case 'numgrad':
      return [node.of, node.wrt]
  }
}

/** Where a derivative flows: neither through `stop`, nor through piecewise constant ops, nor through another derivative. */
export const differentiable = (node: GraphNode): readonly NodeId[] =>
  node.kind === 'op' && opNamed(node.op).vjp !== 'zero' ? node.inputs : []

/** Where a change of a value shows: everywhere but behind `stop`. */
export const affected = (node: GraphNode): readonly NodeId[] => (node.kind === 'stop' ? [] : readsOf(node))

/** The nodes between some nodes and `to`, both ends included, in order, following the given edges. */
export const coneBetween = (
  graph: Graph,
  from: ReadonlySet<NodeId>,
  to: NodeId,
  edges: (node: GraphNode) => readonly NodeId[],
): readonly NodeId[] => {
  const needed = new Set<NodeId>([to])
  const first = Math.min(...from)
  for (let id = to; id >= first; id--)
    if (needed.has(id)) for (const input of edges(nodeAt(graph, id))) needed.add(input)
  const reached = new Set<NodeId>()
  for (let id = first; id <= to; id++) {
    if (!needed.has(id)) continue
    if (from.has(id) || edges(nodeAt(graph, id)).some((input) => reached.has(input))) reached.add(id)
  }
  return reached.has(to) ? [...reached] : []
}

/** The nodes that the asks read, directly or not, in order. */
export const neededNodes = (graph: Graph): readonly NodeId[] => {
  const needed = new Set(graph.asks.map((ask) => ask.node))
  for (let id = graph.nodes.length - 1; id >= 0; id--)
    if (needed.has(id)) for (const input of readsOf(nodeAt(graph, id))) needed.add(input)
  return [...needed].sort((a, b) => a - b)
}
