import type { GraphNode, NodeId } from '../graph'
import { type Lay, layOn } from '../ops/lay'
import { opByName } from '../ops/list'
import { full, scalar } from '../ops/tensor'
import { gradientPath } from '../path'
import { addConstant, addOp, BuildFault, type Site, shapeAt } from './builder'
import type { Expression } from './expression'

type Call = Extract<Expression, { readonly kind: 'call' }>
type GradNode = Extract<GraphNode, { readonly kind: 'grad' }>

/**
 * Gradients of gradients. Each `grad` that stands between `wrt` and `of` is laid out as operations, in a copy of what follows
 * from it; the copy's end stands for `of` and can be differentiated as any other node. `path` leads from `wrt` to `of`.
 */
export const withGradientsLaidOut = (site: Site, call: Call, path: readonly NodeId[], of: NodeId): NodeId => {
  const copies = new Map<NodeId, NodeId>()
  const copied = (id: NodeId) => copies.get(id) ?? id
  const [wrt] = path
  for (const id of path) {
    const node = site.builder.nodes[id]
    if (id === wrt) continue
    if (node?.kind === 'grad') copies.set(id, layGradient(site, call, node, copied(node.of), copied(node.wrt)))
    else if (node?.kind === 'op' && node.inputs.some((input) => copies.has(input)))
      copies.set(id, addOp(site, call.nameSpan, node.op, node.inputs.map(copied), node.attributes))
  }
  return copied(of)
}

/** d of / d wrt as operations: one backward pass over the ops between the two. */
const layGradient = (site: Site, call: Call, inner: GradNode, of: NodeId, wrt: NodeId): NodeId => {
  const { nodes } = site.builder
  const path = gradientPath(nodes, of, wrt)
  if (path.length === 0) return addConstant(site, call.nameSpan, full(shapeAt(site, wrt), 0))
  const onPath = new Set(path)
  const arrived = new Map<NodeId, NodeId>([[of, addConstant(site, call.nameSpan, scalar(1))]])
  for (const id of [...path].reverse()) {
    const [node, upstream] = [nodes[id], arrived.get(id)]
    if (id === wrt || node?.kind !== 'op' || upstream === undefined) continue
    const refuse = (reason: string): never => {
      throw new BuildFault(
        call.nameSpan,
        `The gradient of grad(${inner.written.of.slice(0, 40)}, ${inner.written.wrt}) runs through ${node.op}() in "${node.origin.name}": ${reason}`,
        'Write the inner gradient as a formula, use numgrad() outside, or stop() it.',
      )
    }
    const back = opByName.get(node.op)?.vjpInOps ?? refuse('its gradient cannot be differentiated again.')
    const lay = layAt(site, call, refuse)
    for (const [i, gradient] of back(lay, { ...node, output: id, upstream }).entries()) {
      const input = node.inputs[i]
      if (gradient === null || input === undefined || !onPath.has(input)) continue
      const [before, sent] = [arrived.get(input), gradient()]
      arrived.set(input, before === undefined ? sent : lay.call('add', before, sent))
    }
  }
  const found = arrived.get(wrt)
  if (found === undefined) throw new Error('a gradient went missing')
  return found
}

const layAt = (site: Site, call: Call, refuse: Lay['refuse']): Lay =>
  layOn({
    op: (name, inputs, attributes) => addOp(site, call.nameSpan, name, inputs, attributes),
    constant: (value) => addConstant(site, call.nameSpan, value),
    shapeOf: (node) => shapeAt(site, node),
    refuse,
  })
