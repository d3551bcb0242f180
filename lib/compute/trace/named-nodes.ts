import type { NodeId } from '../graph'
import type { Expression } from '../language/expression'
import type { Program } from '../language/program'
import type { Run } from '../variants/run'

/** A node of the graph under a name of the program: a given, a step, one pass's inner step, or an asked expression. */
export interface NamedNode {
  /** Unique in the trace: `loss`, `w#2` for pass 2 of a loop, `?ask_1` for an asked expression. */
  readonly id: string
  readonly name: string
  readonly pass: number | null
  readonly node: NodeId
  readonly role: 'given' | 'step' | 'asked'
  readonly source: { readonly text: string; readonly expression: Expression } | null
}

/** The id of an asked expression: asks may share a step's name, ids may not. */
export const askId = (ask: string): string => `?${ask}`

type Source = NamedNode['source']

const sources = (program: Program): ReadonlyMap<string, Source> =>
  new Map(
    program.steps.flatMap((step): readonly (readonly [string, Source])[] => {
      if (step.kind === 'formula') return [[step.name, step.formula]]
      if (step.kind === 'literal') return []
      const { carry, steps, as } = step.loop
      return [...carry, ...steps, ...as].map(({ name, formula }) => [name, formula] as const)
    }),
  )

/** Inner steps of a loop in the author's order, then carries the body never sets. */
const innerOrder = (program: Program, loop: string, pass: { readonly [name: string]: NodeId }): readonly string[] => {
  const step = program.steps.find(({ name }) => name === loop)
  const written = step?.kind === 'loop' ? step.loop.steps.map(({ name }) => name) : []
  return [...written, ...Object.keys(pass).filter((name) => !written.includes(name))].filter((name) =>
    Object.hasOwn(pass, name),
  )
}

/** All named nodes in the order they are computed: givens, steps, then asks that are no bare name. */
export const namedNodes = (program: Program, { graph }: Run): readonly NamedNode[] => {
  const written = sources(program)
  const asked = new Set(
    program.ask.flatMap(({ value }) => (value.expression.kind === 'name' ? [value.expression.name] : [])),
  )
  const roleOf = (name: string, role: 'given' | 'step') => (asked.has(name) ? 'asked' : role)
  const givens = graph.givens.map(
    ({ name, node }): NamedNode => ({ id: name, name, pass: null, node, role: roleOf(name, 'given'), source: null }),
  )
  const steps = graph.steps.flatMap((step): readonly NamedNode[] => {
    if (step.kind === 'value') {
      const { name, node } = step
      return [{ id: name, name, pass: null, node, role: roleOf(name, 'step'), source: written.get(name) ?? null }]
    }
    return step.passes.flatMap((pass, i) =>
      innerOrder(program, step.name, pass).flatMap((name) => {
        const node = pass[name]
        if (node === undefined) return []
        return [{ id: `${name}#${i}`, name, pass: i, node, role: 'step' as const, source: written.get(name) ?? null }]
      }),
    )
  })
  const asks = graph.asks.flatMap(({ name, node }): readonly NamedNode[] => {
    const ask = program.ask.find((one) => one.name === name)
    if (ask === undefined || ask.value.expression.kind === 'name') return []
    return [{ id: askId(name), name, pass: null, node, role: 'asked', source: ask.value }]
  })
  return firstOfEach([...givens, ...steps, ...asks])
}

/** Two names may be one node (an ask that repeats a step's expression is not, an unchanged carry may be): the first keeps it. */
const firstOfEach = (nodes: readonly NamedNode[]): readonly NamedNode[] => {
  const seen = new Set<NodeId>()
  return nodes.filter(({ node }) => !seen.has(node) && seen.add(node))
}
