import type { Graph, GraphStep, NodeId } from '@/lib/compute/graph'
import { buildGraph } from '@/lib/compute/language/build-graph'
import { faultAt } from '@/lib/compute/language/locate'
import type { Nested, Program } from '@/lib/compute/language/program'
import type { Shape, Tensor } from '@/lib/compute/ops/tensor'
import { type Evaluation, evaluate } from '@/lib/compute/reference/evaluate'
import { checkGradients, type GradientCheck } from '@/lib/compute/reference/gradient-check'
import { nestedOf } from '@/lib/compute/reference/nested'
import { tensorAt } from '@/lib/compute/reference/node-value'
import { sampleValues } from '@/lib/compute/variants/sample'
import type { Diagnostic } from '@/lib/core/diagnostic'

/** A fault as the command prints it. */
export type Fault = Pick<Diagnostic, 'path' | 'line' | 'column' | 'message' | 'hint'>

type Named<T> = { [name: string]: T }

/** What the command prints for one program. */
export type Answer =
  | {
      readonly ok: true
      readonly given: Named<Nested>
      readonly steps: Named<Nested | readonly Named<Nested>[]>
      readonly ask: readonly {
        readonly name: string
        readonly shape: Shape
        readonly reference: Nested
        readonly tfjs: Nested
        readonly agree: boolean
      }[]
      readonly gradcheck: readonly Pick<GradientCheck, 'of' | 'wrt' | 'maxRelError'>[]
    }
  | { readonly ok: false; readonly diagnostics: readonly Fault[] }

export const failed = (diagnostics: readonly Diagnostic[]): Answer => ({
  ok: false,
  diagnostics: diagnostics.map(({ path, line, column, message, hint }) => ({ path, line, column, message, hint })),
})

/** Agreement of TensorFlow.js's CPU backend with the reference: absolute below 1, relative to the largest number above. */
export const agrees = (tried: Tensor, reference: Tensor): boolean => {
  const largest = reference.data.reduce((most, x) => Math.max(most, Math.abs(x)), 1)
  return reference.data.every((x, i) => Math.abs((tried.data[i] ?? Number.NaN) - x) <= 1e-5 * largest)
}

/** Runs one program both ways. `seed` null: every given must be explicit. */
export const answerProgram = async (program: Program, seed: string | null): Promise<Answer> => {
  const drawn = program.given.find(({ source }) => source.kind === 'random')
  if (drawn !== undefined && seed === null)
    return failed([
      faultAt(
        drawn.place,
        null,
        `The given "${drawn.name}" is drawn at random, and no seed says which numbers to take.`,
        'Add --seed 1, or write the numbers: { value: [1, 2] }.',
      ),
    ])
  const values = sampleValues(program, seed ?? '')
  if (!values.ok) return failed(values.error)
  const graph = buildGraph(program, values.value)
  if (!graph.ok) return failed(graph.error)
  const evaluation = evaluate(graph.value, values.value)
  if (!evaluation.ok) return failed(evaluation.error)
  // TensorFlow.js takes most of a second to load; faulty programs need not wait for it.
  const { runInNode } = await import('@/lib/compute/engine/node')
  const engine = await runInNode(graph.value, values.value)
  const [first] = program.ask
  if (!engine.ok)
    return failed(
      first === undefined ? [] : [faultAt(first.value.place, null, engine.error.message, 'Use smaller numbers.')],
    )
  return {
    ok: true,
    ...shown(graph.value, evaluation.value),
    ask: graph.value.asks.map(({ name, node }, i) => {
      const reference = tensorAt(evaluation.value.nodes, node)
      const tried = engine.value.asks[i]?.value
      if (tried === undefined) throw new Error(`TensorFlow.js gave no answer for ${name}.`)
      return {
        name,
        shape: reference.shape,
        reference: nestedOf(reference),
        tfjs: nestedOf(tried),
        agree: agrees(tried, reference),
      }
    }),
    gradcheck: checkGradients(graph.value, evaluation.value).map(({ of, wrt, maxRelError }) => ({
      of,
      wrt,
      maxRelError,
    })),
  }
}

/** Without a prototype, since names are the author's. */
const record = <T>(entries: readonly (readonly [name: string, value: T])[]): Named<T> => {
  const named: Named<T> = Object.create(null)
  for (const [name, value] of entries) named[name] = value
  return named
}

const shown = ({ givens, steps }: Graph, { nodes }: Evaluation) => {
  const shownValue = (node: NodeId) => nestedOf(tensorAt(nodes, node))
  const stepOf = (step: GraphStep): Nested | readonly Named<Nested>[] =>
    step.kind === 'value'
      ? shownValue(step.node)
      : step.passes.map((pass) => record(Object.entries(pass).map(([name, node]) => [name, shownValue(node)])))
  return {
    given: record(givens.map(({ name, node }) => [name, shownValue(node)])),
    steps: record(steps.map((step) => [step.name, stepOf(step)])),
  }
}
