import type { Graph } from '@/lib/compute/graph'
import { buildGraph } from '@/lib/compute/language/build-graph'
import type { Nested, Program } from '@/lib/compute/language/program'
import { readPrograms } from '@/lib/compute/language/read-program'
import { type Evaluation, evaluate } from '@/lib/compute/reference/evaluate'
import { nestedOf } from '@/lib/compute/reference/nested'
import { tensorAt } from '@/lib/compute/reference/node-value'
import { sampleValues } from '@/lib/compute/variants/sample'
import type { Diagnostic } from '@/lib/core/diagnostic'

export interface Ran {
  readonly program: Program
  readonly graph: Graph
  readonly evaluation: Evaluation
  readonly asks: { readonly [name: string]: Nested }
}

/** Reads, builds and evaluates one program; what refuses it on the way is returned. */
export const tryProgram = (text: string): Ran | readonly Diagnostic[] => {
  const { programs, diagnostics } = readPrograms(text)
  const [program] = programs
  if (program === undefined || program === null) return diagnostics
  const values = sampleValues(program, 1)
  if (!values.ok) return values.error
  const graph = buildGraph(program, values.value)
  if (!graph.ok) return graph.error
  const evaluation = evaluate(graph.value, values.value)
  if (!evaluation.ok) return evaluation.error
  const asks = graph.value.asks.map(
    ({ name, node }) => [name, nestedOf(tensorAt(evaluation.value.nodes, node))] as const,
  )
  return { program, graph: graph.value, evaluation: evaluation.value, asks: Object.fromEntries(asks) }
}

/** The same for a program that must run. */
export const runProgram = (text: string): Ran => {
  const ran = tryProgram(text)
  if ('program' in ran) return ran
  throw new Error(ran.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'))
}

/** The value of one expression over a few fixed givens. */
export const expressionValue = (
  expression: string,
  given = '{ x: { value: [1, 2, 3] }, A: { value: [[1, 2], [3, 4]] }, n: 2 }',
) => runProgram(`given: ${given}\nask: [{ name: answer, value: ${JSON.stringify(expression)} }]`).asks.answer
