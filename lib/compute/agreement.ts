import type { Graph } from './graph'
import { opByName } from './ops/list'

/** max|a - b| / max(1, max|b|), b the reference: never relative by element, where float32 has no digits near 0. */
export const disagreement = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  if (a.length !== b.length) return Infinity
  let [worst, scale] = [0, 1]
  for (let k = 0; k < b.length; k++) {
    const [found, wanted] = [a[k] ?? 0, b[k] ?? 0]
    if (!Number.isFinite(found)) return Infinity
    worst = Math.max(worst, Math.abs(found - wanted))
    scale = Math.max(scale, Math.abs(wanted))
  }
  return worst / scale
}

const tolerances = { cpu: 1e-5, webgl: 1e-4 } as const

/** The largest disagreement with float64 that counts as agreement on a backend. */
export const agreementTolerance = (graph: Graph, backend: 'cpu' | 'webgl'): number => {
  if (backend === 'cpu') return tolerances.cpu
  const rough = graph.nodes.map((node) => (node.kind === 'op' ? (opByName.get(node.op)?.webglTolerance ?? 0) : 0))
  return rough.reduce((most, tolerance) => Math.max(most, tolerance), tolerances.webgl)
}
