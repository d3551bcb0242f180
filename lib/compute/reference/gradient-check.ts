import type { Graph, GraphNode, NodeId } from '../graph'
import { limits } from '../language/limits'
import { DomainError } from '../ops/op'
import type { Tensor } from '../ops/tensor'
import { changedBetween } from '../path'
import { workOf } from '../work'
import type { Evaluation } from './evaluate'
import { derivedValue, tensorAt } from './node-value'
import { numericGradient } from './numeric'

type GradNode = Extract<GraphNode, { readonly kind: 'grad' }>

export interface GradientCheck {
  /** Both arguments as written. */
  readonly of: string
  readonly wrt: string
  /** ||a - n|| / (||a|| + ||n||) at the best step; 0 within the absolute floor. */
  readonly maxRelError: number
  readonly passed: boolean
}

const steps = [1e-4, 1e-5, 1e-6] as const
const relative = 1e-7
const floor = 1e-10

const norm = (data: Float64Array): number => Math.hypot(...data)

/**
 * Compares a gradient of the graph with centred differences, all in float64: passed when for one step h
 * ||a - n|| <= 1e-7 (||a|| + ||n||) + 1e-10 max(1, |y|).
 */
const checkGradient = (graph: Graph, { nodes }: Evaluation, id: NodeId): GradientCheck => {
  const node = graph.nodes[id]
  if (node?.kind !== 'grad') throw new Error(`Node ${id} is not a gradient.`)
  const { written } = node
  const y = Math.abs(tensorAt(nodes, written.node).data[0] ?? 0)
  const absolute = floor * Math.max(1, y)
  const checked = coordinates(graph, nodes, node)
  const analytic = checked === null ? tensorAt(nodes, id).data : picked(tensorAt(nodes, id), checked)
  const tries = steps.map((h) => {
    const numeric = numericValues(graph, nodes, node, h, checked)
    if (numeric === null) return { error: 1, passed: false }
    const distance = norm(analytic.map((a, i) => a - (numeric[i] ?? 0)))
    const scale = norm(analytic) + norm(numeric)
    return {
      error: distance <= absolute ? 0 : distance / scale,
      passed: distance <= relative * scale + absolute,
    }
  })
  return {
    of: written.of,
    wrt: written.wrt,
    maxRelError: Math.min(...tries.map(({ error }) => error)),
    passed: tries.some(({ passed }) => passed),
  }
}

/** Null where a step leaves an op's domain: such a gradient cannot be checked, so it is not passed. */
const numericValues = (
  graph: Graph,
  nodes: readonly Tensor[],
  node: GradNode,
  h: number,
  checked: readonly number[] | null,
): Float64Array | null => {
  try {
    const found = numericGradient(graph, nodes, { of: node.written.node, wrt: node.wrt }, h, derivedValue, checked)
    const values = checked === null ? found.data : picked(found, checked)
    return values.every(Number.isFinite) ? values : null
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}

const picked = (tensor: Tensor, at: readonly number[]): Float64Array =>
  Float64Array.from(at, (i) => tensor.data[i] ?? 0)

/** Null for all coordinates; an even spread where all would take too long. */
const coordinates = (graph: Graph, nodes: readonly Tensor[], { written, wrt }: GradNode): readonly number[] | null => {
  const size = tensorAt(nodes, wrt).data.length
  const shapeAt = (id: NodeId) => tensorAt(nodes, id).shape
  const once = changedBetween(graph.nodes, written.node, wrt).reduce((sum, id) => {
    const node = graph.nodes[id]
    return node === undefined ? sum : sum + workOf(node, shapeAt)
  }, 1)
  const most = Math.max(2, Math.floor(limits.checkWork / (2 * steps.length * once)))
  return most >= size ? null : Array.from({ length: most }, (_, i) => Math.floor((i * size) / most))
}

/**
 * Every gradient of a program checked, one entry for each pair of arguments as written: the worst of its places and passes.
 */
export const checkGradients = (graph: Graph, evaluation: Evaluation): readonly GradientCheck[] => {
  const worst = new Map<string, GradientCheck>()
  for (const [id, node] of graph.nodes.entries()) {
    if (node.kind !== 'grad') continue
    const key = JSON.stringify([node.written.of, node.written.wrt])
    const before = worst.get(key)
    const check = checkGradient(graph, evaluation, id)
    const passed = check.passed && (before?.passed ?? true)
    worst.set(key, { ...check, passed, maxRelError: Math.max(check.maxRelError, before?.maxRelError ?? 0) })
  }
  return [...worst.values()]
}
