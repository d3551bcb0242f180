import type { Graph, NodeId } from '../graph'

export interface GradientTarget {
  readonly node: NodeId
  /** As the author wrote it. */
  readonly text: string
}

/** The scalar whose gradient the question is about: what the first asked gradient is taken of, else the first step's. */
export const gradientTarget = ({ nodes, asks }: Graph): GradientTarget | null => {
  const asked = new Set(asks.map(({ node }) => node))
  const gradients = nodes.flatMap((node, i) => (node.kind === 'grad' ? [{ node, asked: asked.has(i) }] : []))
  const chosen = (gradients.find((one) => one.asked) ?? gradients[0])?.node
  return chosen === undefined ? null : { node: chosen.of, text: chosen.written.of }
}
