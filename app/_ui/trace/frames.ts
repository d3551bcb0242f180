import type { Trace, TraceNode } from '@/lib/view/trace'

/** One thing that happens: a value arrives at a node, or the gradient does. */
export interface Frame {
  readonly pass: 'forward' | 'backward'
  readonly node: string
}

/** The whole run: values in the order of the graph, then gradients in the reverse order from the target. */
export const framesOf = ({ nodes, target }: Trace): readonly Frame[] => {
  const order = [...nodes].sort((a, b) => a.depth - b.depth)
  const forward = order.map((node): Frame => ({ pass: 'forward', node: node.id }))
  if (target === null) return forward
  const back = order.filter((node) => node.gradient !== null).reverse()
  return [...forward, ...back.map((node): Frame => ({ pass: 'backward', node: node.id }))]
}

/** What can be seen once the first `count` frames have happened. */
export interface Seen {
  readonly values: ReadonlySet<string>
  readonly gradients: ReadonlySet<string>
  /** The last frame, drawn as happening now. */
  readonly now: Frame | null
}

export const seenAfter = (frames: readonly Frame[], count: number): Seen => {
  const happened = frames.slice(0, count)
  const of = (pass: Frame['pass']) => new Set(happened.filter((frame) => frame.pass === pass).map(({ node }) => node))
  return { values: of('forward'), gradients: of('backward'), now: happened.at(-1) ?? null }
}

/** Largest gradient sent along any edge; widths are relative to it. */
export const largestBack = ({ edges }: Trace): number =>
  edges.reduce((most, { back }) => Math.max(most, back === null ? 0 : back.magnitude), 0)

/** Line width in px: the square root keeps small gradients visible beside large ones. */
export const backWidth = (magnitude: number, largest: number): number =>
  largest > 0 ? 1 + 4 * Math.sqrt(magnitude / largest) : 1

/** The steps as the compact list shows them: everything that is computed. */
export const computedNodes = ({ nodes }: Trace): readonly TraceNode[] =>
  nodes.filter(({ role }) => role !== 'given').sort((a, b) => a.depth - b.depth)
