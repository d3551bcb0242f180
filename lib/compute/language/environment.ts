import type { NodeId } from '../graph'
import { buildExpression } from './build-expression'
import { addAlias, type Builder, BuildFault, Refusal, type Site } from './builder'
import { faultAt } from './locate'
import type { Formula, Place } from './program'

/** What names mean while a graph grows. */
export interface Environment {
  readonly builder: Builder
  readonly names: Map<string, NodeId>
  /** Literal integer steps and loop indices. */
  readonly constants: Map<string, number>
  readonly givens: Map<string, number>
}

export const siteAt = (env: Environment, place: Place, name: string, pass: number | null, text = ''): Site => ({
  builder: env.builder,
  text,
  place,
  origin: { name, pass, place },
  names: env.names,
  fixed: { givens: env.givens, constants: env.constants },
})

/** Turns a fault inside one formula into a diagnostic at its place. */
export const inPlace = <T>(place: Place, build: () => T): T => {
  try {
    return build()
  } catch (error) {
    if (!(error instanceof BuildFault)) throw error
    throw new Refusal(faultAt(place, error.span, error.message, error.hint), error)
  }
}

/** Builds a formula for a name, with a node that belongs to this name alone. */
export const buildNamed = (env: Environment, formula: Formula, name: string, pass: number | null): NodeId =>
  inPlace(formula.place, () => {
    const site = siteAt(env, formula.place, name, pass, formula.text)
    const before = env.builder.nodes.length
    const node = buildExpression(site, formula.expression)
    return node < before ? addAlias(site, formula.expression.span, node) : node
  })

/** Builds a formula nobody differentiates with respect to: a bare name is the name's own node. */
export const buildAsked = (env: Environment, formula: Formula, name: string, pass: number | null = null): NodeId =>
  inPlace(formula.place, () =>
    buildExpression(siteAt(env, formula.place, name, pass, formula.text), formula.expression),
  )
