import type { Graph, NodeId } from '../graph'
import { opByName } from '../ops/list'
import { full, type Tensor } from '../ops/tensor'
import { gradientPath } from '../path'

/** d of / d node by node; undefined where no gradient arrives. */
export type Adjoints = readonly (Tensor | undefined)[]

const sum = (a: Tensor, b: Tensor): Tensor => {
  const data = Float64Array.from(a.data)
  for (const [i, x] of b.data.entries()) data[i] = (data[i] ?? 0) + x
  return { shape: a.shape, data }
}

/**
 * Gradients of a scalar with respect to every node on its way back to `wrt`, that node included. With `wrt` null, to every
 * node it depends on: `adjoints(graph, nodes, loss, null)[step]` treats the step as free. A node of `held` passes on the
 * gradient it holds there in place of the one that arrives.
 */
export const adjoints = (
  graph: Graph,
  nodes: readonly Tensor[],
  of: NodeId,
  wrt: NodeId | null,
  held: ReadonlyMap<NodeId, Tensor> | null = null,
): Adjoints => {
  const found: (Tensor | undefined)[] = []
  const path = wrt === null ? null : gradientPath(graph.nodes, of, wrt)
  if (path?.length === 0) return found
  const onPath = path === null ? null : new Set(path)
  found[of] = full([], 1)
  for (let id = of; id > (wrt ?? -1); id--) {
    const upstream = found[id] && (held?.get(id) ?? found[id])
    const node = graph.nodes[id]
    if (upstream === undefined || node?.kind !== 'op') continue
    const vjp = opByName.get(node.op)?.vjp
    const output = nodes[id]
    if (typeof vjp !== 'function' || output === undefined) continue
    const inputs = node.inputs.flatMap((input) => nodes[input] ?? [])
    for (const [i, sent] of vjp({ inputs, output, upstream, attributes: node.attributes }).entries()) {
      const input = node.inputs[i]
      if (sent === null || input === undefined || (onPath !== null && !onPath.has(input))) continue
      const before = found[input]
      found[input] = before === undefined ? sent : sum(before, sent)
    }
  }
  return found
}

/** d of / d wrt, of the shape of `wrt`; zeros where `of` never reads it. */
export const gradientOf = (graph: Graph, nodes: readonly Tensor[], of: NodeId, wrt: NodeId): Tensor =>
  adjoints(graph, nodes, of, wrt)[wrt] ?? full(graph.nodes[wrt]?.shape ?? [], 0)
