import type { NodeId } from '../graph'
import { opByName } from '../ops/list'
import { full, scalar, type Tensor } from '../ops/tensor'
import type { Run } from '../variants/run'

/** What flows back: the gradient that has arrived at each named node, and what each sent on to the named nodes before it. */
export interface BackFlow {
  readonly arrived: ReadonlyMap<NodeId, Tensor>
  readonly sent: readonly { readonly from: NodeId; readonly to: NodeId; readonly gradient: Tensor }[]
}

const added = (a: Tensor | undefined, b: Tensor): Tensor =>
  a === undefined ? b : { shape: a.shape, data: a.data.map((x, i) => x + (b.data[i] ?? 0)) }

/** What one node sends to its inputs: an op's vector-Jacobian product. Everything else keeps what it gets. */
const sendBack = ({ graph, nodes }: Run, at: NodeId, upstream: Tensor): readonly (readonly [NodeId, Tensor])[] => {
  const node = graph.nodes[at]
  const output = nodes[at]
  if (node?.kind !== 'op' || output === undefined) return []
  const vjp = opByName.get(node.op)?.vjp
  if (typeof vjp !== 'function') return []
  const inputs = node.inputs.flatMap((input) => nodes[input] ?? [])
  const gradients = vjp({ inputs, output, upstream, attributes: node.attributes })
  return node.inputs.flatMap((input, i) => {
    const gradient = gradients[i]
    return gradient ? [[input, gradient] as const] : []
  })
}

/** Carries one named node's gradient back to the nearest named nodes, through the unnamed ones between. */
const toNamed = (run: Run, from: NodeId, upstream: Tensor, named: ReadonlySet<NodeId>): ReadonlyMap<NodeId, Tensor> => {
  const waiting = new Map<NodeId, Tensor>([[from, upstream]])
  const reached = new Map<NodeId, Tensor>()
  // Inputs come before the node that reads them, so the largest id waiting has received all it will.
  while (waiting.size > 0) {
    const at = Math.max(...waiting.keys())
    const gradient = waiting.get(at)
    waiting.delete(at)
    if (gradient === undefined) continue
    if (at !== from && named.has(at)) {
      reached.set(at, gradient)
      continue
    }
    for (const [input, sent] of sendBack(run, at, gradient)) waiting.set(input, added(waiting.get(input), sent))
  }
  return reached
}

/**
 * Reverse accumulation from a scalar node over the program's own names: gradients arrive at a name, then leave it along each
 * edge to the names it was computed from.
 */
export const backFlow = (run: Run, target: NodeId, named: ReadonlySet<NodeId>): BackFlow => {
  const value = run.nodes[target]
  const seed = value === undefined || value.shape.length === 0 ? scalar(1) : full(value.shape, 1)
  const arrived = new Map<NodeId, Tensor>([[target, seed]])
  const sent: { readonly from: NodeId; readonly to: NodeId; readonly gradient: Tensor }[] = []
  const order = [...new Set([...named, target])].filter((node) => node <= target).sort((a, b) => b - a)
  for (const from of order) {
    const upstream = arrived.get(from)
    if (upstream === undefined) continue
    for (const [to, gradient] of toNamed(run, from, upstream, named)) {
      arrived.set(to, added(arrived.get(to), gradient))
      sent.push({ from, to, gradient })
    }
  }
  return { arrived, sent }
}
