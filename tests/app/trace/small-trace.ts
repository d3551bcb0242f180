import type { Trace, TraceEdge, TraceNode } from '@/lib/view/trace'

export const node = (id: string, depth: number, more: Partial<TraceNode> = {}): TraceNode => ({
  id,
  name: id,
  math: null,
  role: depth === 0 ? 'given' : 'step',
  pass: null,
  formula: depth === 0 ? null : `f(${id})`,
  operator: null,
  formulaMath: null,
  worked: null,
  shape: [],
  value: ['1'],
  gradient: { analytic: ['1'], numeric: ['1'], relativeError: 0 },
  shut: false,
  mistaken: null,
  depth,
  ...more,
})

export const edge = (from: string, to: string, magnitude: number | null = 1): TraceEdge => ({
  from,
  to,
  back: magnitude === null ? null : { magnitude, negative: false, text: String(magnitude) },
})

/** f = (w * x) + b, where b also skips a layer. */
export const neuron: Trace = {
  target: 'f',
  nodes: [node('w', 0), node('x', 0, { gradient: null }), node('b', 0), node('p', 1), node('f', 2, { role: 'asked' })],
  edges: [edge('w', 'p', 4), edge('x', 'p', null), edge('p', 'f', 1), edge('b', 'f', 0)],
}
