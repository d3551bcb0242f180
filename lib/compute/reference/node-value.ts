import type { Graph, GraphNode, NodeId } from '../graph'
import { opByName } from '../ops/list'
import type { Tensor } from '../ops/tensor'
import type { Values } from '../values'
import { gradientOf } from './backward'
import { numericGradient } from './numeric'

export const tensorAt = (nodes: readonly Tensor[], id: NodeId): Tensor => {
  const value = nodes[id]
  if (value === undefined) throw new Error(`Node ${id} has no value yet.`)
  return value
}

/** A node computed from the values of those before it. */
export const derivedValue = (
  graph: Graph,
  node: Exclude<GraphNode, { readonly kind: 'given' }>,
  nodes: readonly Tensor[],
): Tensor => {
  switch (node.kind) {
    case 'constant':
      return node.value
    case 'stop':
      return tensorAt(nodes, node.input)
    case 'op': {
      const op = opByName.get(node.op)
      if (op === undefined) throw new Error(`There is no op ${node.op}.`)
      const inputs = node.inputs.map((input) => tensorAt(nodes, input))
      return op.forward(inputs, node.attributes, node.shape)
    }
    case 'grad':
      return gradientOf(graph, nodes, node.of, node.wrt)
    case 'numgrad':
      return numericGradient(graph, nodes, node, node.h, derivedValue)
  }
}

export const givenValue = (node: Extract<GraphNode, { readonly kind: 'given' }>, values: Values): Tensor => {
  const value = Object.hasOwn(values, node.name) ? values[node.name] : undefined
  if (value === undefined) throw new Error(`The given ${node.name} has no value.`)
  if (value.tensor.shape.join() === node.shape.join()) return value.tensor
  throw new Error(`The graph was built for another shape of ${node.name}.`)
}
