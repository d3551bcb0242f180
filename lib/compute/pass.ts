import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result } from '@/lib/core/result'
import type { Graph } from './graph'
import { buildGraph } from './language/build-graph'
import type { Program } from './language/program'
import { evaluate } from './reference/evaluate'
import type { StoredValues, Values } from './values'
import { readStoredValues } from './variants/stored-values'

/** What an engine runs, and the float64 numbers its own are held against. */
export interface PreparedPass {
  readonly graph: Graph
  readonly values: Values
  /** In the program's order of asks. */
  readonly reference: readonly { readonly name: string; readonly values: readonly number[] }[]
}

/** Refuses what cannot be built or has no value in float64. */
const prepare = (program: Program, given: StoredValues): Result<PreparedPass, readonly Diagnostic[]> => {
  const values = readStoredValues(given)
  const graph = buildGraph(program, values)
  if (!graph.ok) return graph
  const evaluation = evaluate(graph.value, values)
  if (!evaluation.ok) return evaluation
  const reference = graph.value.asks.map(({ name, node }) => ({
    name,
    values: [...(evaluation.value.nodes[node]?.data ?? [])],
  }))
  return ok({ graph: graph.value, values, reference })
}

/**
 * One program on one set of numbers, for an engine. It brings its preparation along: whoever holds a pass has loaded the
 * language and the reference already, and the engine's side of the page need not load them again.
 */
export interface EnginePass {
  readonly program: Program
  readonly given: StoredValues
  readonly prepare: typeof prepare
}

export const enginePass = (program: Program, given: StoredValues): EnginePass => ({ program, given, prepare })
