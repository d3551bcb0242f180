import { disagreement } from '@/lib/compute/agreement'
import { runInNode } from '@/lib/compute/engine/node'
import type { Graph } from '@/lib/compute/graph'
import { buildGraph } from '@/lib/compute/language/build-graph'
import { readPrograms } from '@/lib/compute/language/read-program'
import { evaluate } from '@/lib/compute/reference/evaluate'
import type { Values } from '@/lib/compute/values'
import { sampleValues } from '@/lib/compute/variants/sample'

const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A program's graph and numbers from its YAML. */
export const graphOf = (text: string): { readonly graph: Graph; readonly values: Values } => {
  const { programs, diagnostics } = readPrograms(text)
  const program = programs[0]
  if (program === undefined || program === null) throw new Error(JSON.stringify(diagnostics))
  const values = must(sampleValues(program, 1))
  return { graph: must(buildGraph(program, values)), values }
}

export interface Asked {
  readonly tfjs: readonly number[]
  readonly reference: readonly number[]
  readonly disagreement: number
}

/** What both engines answer, by the name of the ask. */
export const ask = async (text: string): Promise<{ readonly [name: string]: Asked }> => {
  const { graph, values } = graphOf(text)
  const { asks } = must(await runInNode(graph, values))
  const { nodes } = must(evaluate(graph, values))
  return Object.fromEntries(
    graph.asks.map(({ name, node }, i) => {
      const tfjs = [...(asks[i]?.value.data ?? [])]
      const reference = [...(nodes[node]?.data ?? [])]
      return [name, { tfjs, reference, disagreement: disagreement(tfjs, reference) }]
    }),
  )
}
