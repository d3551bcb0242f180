import { neededNodes, nodeAt } from '../cone'
import type { Graph, NodeId } from '../graph'
import type { Tensor } from '../ops/tensor'
import type { TfTensor } from '../ops/tf'
import type { Values } from '../values'
import type { EngineTf } from './backend'
import { evaluateNode, gradients, type Lookup, type Pass } from './evaluate-node'

export interface AskedTensor {
  readonly name: string
  /** float32 numbers, widened. */
  readonly value: Tensor
}

const missing = (id: NodeId): never => {
  throw new Error(`node ${id} was read before it was evaluated`)
}

/** All asks one after another in one vector, so that a GPU is waited for once. */
const askedNumbers = (pass: Pass): TfTensor => {
  const { tf, graph } = pass
  const done = new Map<NodeId, TfTensor>()
  const lookup: Lookup = (id) => done.get(id) ?? missing(id)
  const needed = neededNodes(graph)
  for (const id of needed) {
    if (done.has(id)) continue
    const node = nodeAt(graph, id)
    if (node.kind !== 'grad') {
      done.set(id, evaluateNode(pass, node, lookup))
      continue
    }
    const sameScalar = needed.flatMap((other) => {
      const found = nodeAt(graph, other)
      return found.kind === 'grad' && found.of === node.of ? [{ id: other, wrt: found.wrt }] : []
    })
    const found = gradients(pass, node.of, [...new Set(sameScalar.map(({ wrt }) => wrt))], lookup)
    for (const { id: other, wrt } of sameScalar) done.set(other, found.get(wrt) ?? missing(other))
  }
  const flat = graph.asks.map((ask) => tf.reshape(lookup(ask.node), [-1]))
  return flat.length === 1 && flat[0] !== undefined ? tf.add(flat[0], 0) : tf.concat(flat, 0)
}

/**
 * Evaluates what a graph asks for with TensorFlow.js, on whatever backend is set, gradients by its own automatic
 * differentiation. Leaves no tensor behind.
 */
export const runGraph = async (tf: EngineTf, graph: Graph, values: Values): Promise<readonly AskedTensor[]> => {
  if (graph.asks.length === 0) return []
  const flat = tf.tidy(() => askedNumbers({ tf, graph, values }))
  try {
    const numbers = await flat.data()
    let from = 0
    return graph.asks.map(({ name, node }) => {
      const { shape } = nodeAt(graph, node)
      const size = shape.reduce((product, n) => product * n, 1)
      const data = Float64Array.from(numbers.slice(from, from + size))
      from += size
      return { name, value: { shape, data } }
    })
  } finally {
    flat.dispose()
  }
}
