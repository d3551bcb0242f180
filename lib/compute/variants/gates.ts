import { neededNodes } from '../cone'
import type { Graph, NodeId } from '../graph'
import { opByName } from '../ops/list'
import type { Tensor } from '../ops/tensor'
import type { Run } from './run'

const scalar = (x: number): Tensor => ({ shape: [], data: Float64Array.of(x) })

/** 1 where the named comparison of two broadcast tensors holds. */
const compared = (name: string, shape: Tensor['shape'], a: Tensor, b: Tensor): Tensor => {
  const op = opByName.get(name)
  if (op === undefined) throw new Error(`there is no comparison ${name}`)
  return op.forward([a, b], {}, shape)
}

interface GateInputs {
  readonly output: Tensor
  readonly inputs: readonly Tensor[]
  /** Which input the gate lets through: of `maximum(0, x)` the second, since the first never changes. */
  readonly through: number
}

const zero = scalar(0)

const positive = ({ output, inputs: [x = zero] }: GateInputs): Tensor => compared('greater', output.shape, x, zero)

const wins =
  (comparison: string) =>
  ({ output, inputs, through }: GateInputs): Tensor =>
    compared(comparison, output.shape, inputs[through] ?? zero, inputs[1 - through] ?? zero)

const holds = ({ output }: GateInputs): Tensor => output

/**
 * Per gate 1 where it is open. A `max` over a list opens for exactly one of n whatever the numbers are, so it says nothing
 * about a variant and is not counted.
 */
const openings: ReadonlyMap<string, (gate: GateInputs) => Tensor> = new Map([
  ['relu', positive],
  ['leaky_relu', positive],
  ['elu', positive],
  ['maximum', wins('greater')],
  ['minimum', wins('less')],
  ['clip', ({ output, inputs: [x = zero] }) => compared('equal', output.shape, x, output)],
  ['where', ({ output, inputs: [c = zero] }) => compared('not_equal', output.shape, c, zero)],
  ...['equal', 'not_equal', 'greater', 'greater_equal', 'less', 'less_equal'].map((name) => [name, holds] as const),
])

const throughOf = ({ nodes }: Graph, [first]: readonly NodeId[]): number =>
  first !== undefined && nodes[first]?.kind === 'constant' ? 1 : 0

/** The share (0..1) of open gates among all cells of relu, maximum, clip, where and comparisons behind the asked values; null without any. */
export const openGates = ({ graph, nodes }: Run, asked: ReadonlySet<string>): number | null => {
  let [open, cells] = [0, 0]
  // Conditions of the author are asked of the same graph and are no work of the learner's.
  for (const id of neededNodes({ ...graph, asks: graph.asks.filter(({ name }) => asked.has(name)) })) {
    const [node, output] = [graph.nodes[id], nodes[id]]
    const opening = node?.kind === 'op' ? openings.get(node.op) : undefined
    if (node?.kind !== 'op' || output === undefined || opening === undefined) continue
    const inputs = node.inputs.flatMap((input) => nodes[input] ?? [])
    const { data } = opening({ output, inputs, through: throughOf(graph, node.inputs) })
    cells += data.length
    open += data.filter((cell) => cell !== 0).length
  }
  return cells === 0 ? null : open / cells
}
