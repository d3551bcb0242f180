import type { TraceNode } from '@/lib/view/trace'
import type { NodeId } from '../graph'
import { sizeOf } from '../ops/tensor'
import { derivedValue } from '../reference/node-value'
import { numericGradient } from '../reference/numeric'
import type { Run } from '../variants/run'
import type { BackFlow } from './back-flow'
import { stepCells } from './cells'

/** Larger traces show the analytic gradient alone: every cell costs two more runs of what follows it. */
const mostCells = 32
const mostNodes = 40

/** Step of the centred difference, the one the course recommends in float64. */
const h = 1e-5

const norm = (cells: Float64Array): number => Math.sqrt(cells.reduce((sum, x) => sum + x * x, 0))

/** ||a - n|| / (||a|| + ||n||), 0 where both vanish. */
const relativeError = (a: Float64Array, n: Float64Array): number => {
  const size = norm(a) + norm(n)
  return size === 0 ? 0 : norm(a.map((x, i) => x - (n[i] ?? 0))) / size
}

/** The gradient of the target that arrives at a node, analytic beside numeric; null where none arrives. */
export const shownGradient = (
  run: Run,
  target: NodeId,
  node: NodeId,
  { arrived }: BackFlow,
  traceSize: number,
): TraceNode['gradient'] => {
  const analytic = arrived.get(node)
  if (analytic === undefined) return null
  const cells = stepCells(analytic)
  if (node === target || traceSize > mostNodes || sizeOf(analytic.shape) > mostCells)
    return { analytic: cells, numeric: null, relativeError: null }
  const numeric = numericGradient(run.graph, run.nodes, { of: target, wrt: node }, h, derivedValue)
  return { analytic: cells, numeric: stepCells(numeric), relativeError: relativeError(analytic.data, numeric.data) }
}
