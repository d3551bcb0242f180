import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Graph, GraphStep, NodeId } from '../graph'
import type { Values } from '../values'
import { nestedTensor } from '../variants/nested-tensor'
import { buildLoop } from './build-loop'
import { addConstant, addNode, type Builder, MissingName, Refusal } from './builder'
import { buildAsked, buildNamed, type Environment, inPlace, siteAt } from './environment'
import { faultAt } from './locate'
import type { Given, Program, Step } from './program'

const nowhere = { start: 0, end: 0 }

/**
 * Lays a program out as a graph: loops unrolled, every shape known, every op checked. Needs the givens' values, because some
 * fix shapes. Refuses with every fault found; a name that could not be built hides the faults that follow from it.
 */
export const buildGraph = (program: Program, values: Values): Result<Graph, readonly Diagnostic[]> => {
  const builder: Builder = { nodes: [], work: [], warnings: [], spent: 0 }
  const env: Environment = { builder, names: new Map(), constants: new Map(), givens: new Map() }
  const diagnostics: Diagnostic[] = []
  const broken = new Set<string>()
  const attempt = <T>(names: readonly string[], build: () => T): T | null => {
    try {
      return build()
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      for (const name of names) broken.add(name)
      const follows = error.cause instanceof MissingName && broken.has(error.cause.missing)
      if (!follows) diagnostics.push(error.diagnostic)
      return null
    }
  }
  const givens = program.given.flatMap((given) => {
    const node = attempt([given.name], () => buildGiven(env, given, values))
    return node === null ? [] : [{ name: given.name, node }]
  })
  const steps = program.steps.flatMap((step) => attempt(leftBy(step), () => buildStep(env, step)) ?? [])
  const asks = program.ask.flatMap(({ name, value, place }) => {
    const node = attempt([], () => buildAsked(env, value, name))
    return node === null ? [] : [{ name, node, place }]
  })
  return diagnostics.length > 0
    ? refuse(diagnostics)
    : ok({ nodes: builder.nodes, givens, steps, asks, warnings: builder.warnings })
}

const leftBy = (step: Step): readonly string[] =>
  step.kind === 'loop' ? [...step.loop.carry, ...step.loop.as].map(({ name }) => name) : [step.name]

const buildGiven = (env: Environment, { name, place }: Given, values: Values): NodeId => {
  const value = Object.hasOwn(values, name) ? values[name] : undefined
  if (value === undefined) throw new Error(`The given ${name} has no value.`)
  const { shape, data } = value.tensor
  const node = inPlace(place, () => addNode(siteAt(env, place, name, null), nowhere, shape, { kind: 'given', name }))
  env.names.set(name, node)
  const [only] = data
  if (shape.length === 0 && only !== undefined && Number.isSafeInteger(only)) env.givens.set(name, only)
  return node
}

const buildStep = (env: Environment, step: Step): GraphStep => {
  if (step.kind === 'loop') return buildLoop(env, step)
  const { name, place } = step
  if (step.kind === 'formula') {
    const node = buildNamed(env, step.formula, name, null)
    env.names.set(name, node)
    return { kind: 'value', name, node }
  }
  const value = nestedTensor(step.value)
  if (!value.ok)
    throw new Refusal(
      faultAt(place, null, `The step "${name}" is no tensor: ${value.error}.`, 'Write full rows.'),
      null,
    )
  const node = inPlace(place, () => addConstant(siteAt(env, place, name, null), nowhere, value.value))
  env.names.set(name, node)
  if (typeof step.value === 'number' && Number.isSafeInteger(step.value)) env.constants.set(name, step.value)
  return { kind: 'value', name, node }
}
