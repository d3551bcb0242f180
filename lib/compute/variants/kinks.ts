import { opByName } from '../ops/list'
import type { Run } from './run'

/** Variants keep at least this far from kinks and ties, so that both engines and the learner agree on which side they are. */
export const leastKinkDistance = 0.05

/** Distance of a run's values from the nearest kink or tie of any operation; Infinity where all are smooth. */
export const kinkDistance = ({ graph, nodes }: Run): number => {
  let least = Number.POSITIVE_INFINITY
  for (const node of graph.nodes) {
    if (node.kind !== 'op') continue
    const kink = opByName.get(node.op)?.kink
    if (kink === undefined) continue
    const inputs = node.inputs.flatMap((input) => nodes[input] ?? [])
    least = Math.min(least, kink(inputs, node.attributes))
  }
  return least
}
