import { coneBetween, differentiable, nodeAt, opNamed } from '../cone'
import type { Graph, GraphNode, NodeId } from '../graph'
import type { Tensor } from '../ops/tensor'
import type { TfTensor } from '../ops/tf'
import type { Values } from '../values'
import type { EngineTf } from './backend'
import { numericGradient } from './numeric'

/** The value of a node evaluated before. */
export type Lookup = (id: NodeId) => TfTensor

/** One pass over one graph on one backend. */
export interface Pass {
  readonly tf: EngineTf
  readonly graph: Graph
  readonly values: Values
}

const upload = (tf: EngineTf, { shape, data }: Tensor): TfTensor =>
  tf.tensor(Float32Array.from(data), [...shape], 'float32')

const givenTensor = (values: Values, name: string): Tensor => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new Error(`the given ${name} has no value`)
  return value.tensor
}

/** One node's tensor from those it reads. */
export const evaluateNode = (pass: Pass, node: GraphNode, lookup: Lookup): TfTensor => {
  const { tf, values } = pass
  switch (node.kind) {
    case 'given':
      return upload(tf, givenTensor(values, node.name))
    case 'constant':
      return upload(tf, node.value)
    case 'op':
      return opNamed(node.op).tensorflow(tf, node.inputs.map(lookup), node.attributes, node.shape)
    case 'stop':
      return lookup(node.input)
    case 'grad': {
      const gradient = gradients(pass, node.of, [node.wrt], lookup).get(node.wrt)
      if (gradient === undefined) throw new Error('a gradient went missing')
      return gradient
    }
    case 'numgrad':
      return numericGradient(pass, node, lookup)
  }
}

/**
 * The gradients of one scalar by several nodes in one backward pass of TensorFlow.js, each node taken as free. A node that
 * follows from another of them is computed from it and shifted by a variable of zeros, whose gradient is the node's own.
 * Everything outside the cone, and behind `stop` and piecewise constant ops, is a constant.
 */
export const gradients = (
  pass: Pass,
  of: NodeId,
  wrt: readonly NodeId[],
  lookup: Lookup,
): ReadonlyMap<NodeId, TfTensor> => {
  const { tf, graph } = pass
  const cone = coneBetween(graph, new Set(wrt), of, differentiable)
  const inside = new Set(cone)
  const free = cone.filter((id) => wrt.includes(id) && id !== of)
  const follows = (id: NodeId) => differentiable(nodeAt(graph, id)).some((input) => inside.has(input))
  const result = new Map<NodeId, TfTensor>()
  for (const id of wrt) {
    const shape = [...nodeAt(graph, id).shape]
    if (id === of) result.set(id, tf.fill(shape, 1))
    else if (!inside.has(id)) result.set(id, tf.zeros(shape))
  }
  if (free.length === 0) return result
  const run = (...variables: TfTensor[]): TfTensor => {
    const local = new Map<NodeId, TfTensor>()
    const read: Lookup = (id) => local.get(id) ?? lookup(id)
    for (const id of cone) {
      const variable = variables[free.indexOf(id)]
      const node = nodeAt(graph, id)
      if (variable !== undefined)
        local.set(id, follows(id) ? tf.add(evaluateNode(pass, node, read), variable) : variable)
      else local.set(id, evaluateNode(pass, node, read))
    }
    return read(of)
  }
  // A tensor of its own: the same one may stand behind a `stop`, where nothing is to be differentiated.
  const start = (id: NodeId) => tf.reshape(lookup(id), [...nodeAt(graph, id).shape])
  const starts = free.map((id) => (follows(id) ? tf.zerosLike(lookup(id)) : start(id)))
  tf.grads(run)(starts).forEach((gradient, i) => {
    const id = free[i]
    if (id !== undefined) result.set(id, gradient)
  })
  return result
}
