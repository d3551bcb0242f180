import type { Graph, GraphNode, NodeId } from '../graph'
import type { Tensor } from '../ops/tensor'
import { changedBetween } from '../path'

/** How a node follows from those before it; an argument, because a numeric gradient may itself be such a node. */
type Derive = (graph: Graph, node: Exclude<GraphNode, { readonly kind: 'given' }>, nodes: readonly Tensor[]) => Tensor

/**
 * Centred differences of a scalar: (y(x + h) - y(x - h)) / 2h, one coordinate at a time. Only the nodes between `wrt` and
 * `of` run again; a `stop` keeps its base value. Coordinates left out of `only` stay 0.
 */
export const numericGradient = (
  graph: Graph,
  nodes: readonly Tensor[],
  { of, wrt }: { readonly of: NodeId; readonly wrt: NodeId },
  h: number,
  derive: Derive,
  only: readonly number[] | null = null,
): Tensor => {
  const base = nodes[wrt]
  if (base === undefined) throw new Error(`Node ${wrt} has no value yet.`)
  const gradient = new Float64Array(base.data.length)
  const changed = changedBetween(graph.nodes, of, wrt)
  if (changed.length === 0) return { shape: base.shape, data: gradient }
  const trial = [...nodes]
  const run = (coordinate: number, value: number): number => {
    const data = Float64Array.from(base.data)
    data[coordinate] = value
    trial[wrt] = { shape: base.shape, data }
    for (const id of changed) {
      const node = graph.nodes[id]
      if (id !== wrt && node !== undefined && node.kind !== 'given') trial[id] = derive(graph, node, trial)
    }
    return trial[of]?.data[0] ?? Number.NaN
  }
  for (const coordinate of only ?? gradient.keys()) {
    const x = base.data[coordinate] ?? 0
    const [above, below] = [x + h, x - h]
    // The distance actually travelled: x + h rounds.
    gradient[coordinate] = (run(coordinate, above) - run(coordinate, below)) / (above - below)
  }
  return { shape: base.shape, data: gradient }
}
