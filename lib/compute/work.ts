import type { GraphNode, NodeId } from './graph'
import { opByName } from './ops/list'
import { type Shape, sizeOf } from './ops/tensor'

/** What running a node costs beside its arithmetic, in multiply-adds. */
const overhead = 50

/** Multiply-adds of one run of a node, gradients left out; counts against the budgets of programs and checks. */
export const workOf = (node: Pick<GraphNode, 'shape'> & Partial<Operation>, shapeAt: (id: NodeId) => Shape): number => {
  const cells = sizeOf(node.shape)
  if (node.op === undefined || node.inputs === undefined) return overhead + cells
  const shapes = node.inputs.map(shapeAt)
  const op = opByName.get(node.op)
  const own = op?.work?.(shapes, node.attributes ?? {}, node.shape)
  return overhead + (own ?? shapes.reduce((sum, shape) => sum + sizeOf(shape), cells))
}

type Operation = Pick<Extract<GraphNode, { readonly kind: 'op' }>, 'op' | 'inputs' | 'attributes'>
