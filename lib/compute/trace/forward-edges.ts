import type { Graph, NodeId } from '../graph'

/** Nodes whose value a node reads directly. A gradient reads the quantity it is taken of: that is where it comes from. */
const readBy = (graph: Graph, at: NodeId): readonly NodeId[] => {
  const node = graph.nodes[at]
  switch (node?.kind) {
    case 'op':
      return node.inputs
    case 'stop':
      return [node.input]
    case 'grad':
    case 'numgrad':
      return [node.written.node]
    default:
      return []
  }
}

/** The named nodes a node is computed from, with only unnamed ones between. */
export const namedSources = (graph: Graph, of: NodeId, named: ReadonlySet<NodeId>): readonly NodeId[] => {
  const found = new Set<NodeId>()
  const seen = new Set<NodeId>()
  const waiting = [...readBy(graph, of)]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue
    seen.add(at)
    if (named.has(at)) found.add(at)
    else waiting.push(...readBy(graph, at))
  }
  return [...found].sort((a, b) => a - b)
}
