import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Result } from '@/lib/core/result'
import { ok } from '@/lib/core/result'
import type { Graph } from '../graph'
import { buildGraph } from '../language/build-graph'
import type { Ask, Formula, Program } from '../language/program'
import type { Asked } from '../marking/mark'
import type { Tensor } from '../ops/tensor'
import { evaluate } from '../reference/evaluate'
import type { Values } from '../values'

/** A program run on the numbers of one variant by the float64 reference. */
export interface Run {
  readonly graph: Graph
  /** The value of every node of the graph. */
  readonly nodes: readonly Tensor[]
}

/** Refused with diagnostics where shapes don't fit these numbers or a value is not finite. */
export const runProgram = (program: Program, values: Values): Result<Run, readonly Diagnostic[]> => {
  const graph = buildGraph(program, values)
  if (!graph.ok) return graph
  const evaluated = evaluate(graph.value, values)
  return evaluated.ok ? ok({ graph: graph.value, nodes: evaluated.value.nodes }) : evaluated
}

/** Asked tensors by ask name. */
export const askedTensors = ({ graph, nodes }: Run): ReadonlyMap<string, Tensor> =>
  new Map(
    graph.asks.flatMap(({ name, node }) => {
      const value = nodes[node]
      return value === undefined ? [] : [[name, value] as const]
    }),
  )

/** What marking compares with: a verdict question's option is a whole number. */
const askedOf = (ask: Ask, key: Tensor): Asked => ({
  name: ask.name,
  key: Array.from(key.data),
  precision: ask.choice === null ? ask.precision : { kind: 'integer' },
  tolerance: ask.tolerance,
  probability: ask.probability,
})

export const askedOfAll = (program: Program, run: Run): readonly Asked[] => {
  const tensors = askedTensors(run)
  return program.ask.flatMap((ask) => {
    const key = tensors.get(ask.name)
    return key === undefined ? [] : [askedOf(ask, key)]
  })
}

const conditionName = (i: number): string => `require ${i + 1}`

/** The program with its `require` conditions asked too, under names no author can write. */
export const withConditions = (program: Program): Program => ({
  ...program,
  ask: [...program.ask, ...program.require.map((formula, i) => conditionAsk(formula, i))],
})

const conditionAsk = (formula: Formula, i: number): Ask => ({
  name: conditionName(i),
  place: formula.place,
  tex: null,
  label: null,
  value: formula,
  precision: { kind: 'free' },
  tolerance: { abs: 0, rel: 0 },
  probability: false,
  choice: null,
  zero: true,
})

/** The first condition that does not hold in a run of `withConditions`; a tensor holds where all its cells do. */
export const brokenCondition = (program: Program, run: Run): Formula | null => {
  const tensors = askedTensors(run)
  return program.require.find((_, i) => tensors.get(conditionName(i))?.data.some((cell) => cell === 0) ?? true) ?? null
}
