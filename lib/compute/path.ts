import type { Graph, GraphNode, NodeId } from './graph'
import { opByName } from './ops/list'

type Nodes = Graph['nodes']

const nothing: readonly NodeId[] = []

/** Nodes a node reads. A gradient reads the scalar it differentiates, and through it everything that one reads. */
export const inputsOf = (node: GraphNode): readonly NodeId[] => {
  switch (node.kind) {
    case 'op':
      return node.inputs
    case 'stop':
      return [node.input]
    case 'grad':
    case 'numgrad':
      return [node.of, node.wrt]
    default:
      return nothing
  }
}

const between = (
  nodes: Nodes,
  of: NodeId,
  wrt: NodeId,
  readsOf: (node: GraphNode) => readonly NodeId[],
): readonly NodeId[] => {
  if (of < wrt) return []
  const follows = new Uint8Array(of - wrt + 1)
  follows[0] = 1
  for (let id = wrt + 1; id <= of; id++) {
    const node = nodes[id]
    if (node !== undefined && readsOf(node).some((input) => input >= wrt && follows[input - wrt] === 1))
      follows[id - wrt] = 1
  }
  if (follows[of - wrt] === 0) return []
  const needed = new Uint8Array(of - wrt + 1)
  needed[of - wrt] = 1
  const path: NodeId[] = []
  for (let id = of; id >= wrt; id--) {
    const node = nodes[id]
    if (node === undefined || needed[id - wrt] === 0 || follows[id - wrt] === 0) continue
    path.push(id)
    if (id === wrt) break
    for (const input of readsOf(node)) if (input >= wrt) needed[input - wrt] = 1
  }
  return path.reverse()
}

/** Edges along which a gradient can flow: none out of a `stop` or a piecewise constant op. */
const differentiable = (node: GraphNode): readonly NodeId[] =>
  node.kind === 'stop' || (node.kind === 'op' && opByName.get(node.op)?.vjp === 'zero') ? nothing : inputsOf(node)

/** Edges along which a value changes when an input does: all but those into a `stop`, frozen at its base value. */
const changing = (node: GraphNode): readonly NodeId[] => (node.kind === 'stop' ? nothing : inputsOf(node))

/**
 * The nodes a gradient d of / d wrt runs through, in order, both ends included; empty when `of` never reads `wrt`
 * differentiably. `wrt` is free: what stands above it plays no part.
 */
export const gradientPath = (nodes: Nodes, of: NodeId, wrt: NodeId): readonly NodeId[] =>
  between(nodes, of, wrt, differentiable)

/** The nodes to compute again when `wrt` changes and `of` is wanted, both ends included. */
export const changedBetween = (nodes: Nodes, of: NodeId, wrt: NodeId): readonly NodeId[] =>
  between(nodes, of, wrt, changing)
