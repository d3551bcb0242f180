import { stepPrecision } from '@/lib/compute/marking/step-precision'
import { type NamedNode, namedNodes } from '@/lib/compute/trace/named-nodes'
import type { Run } from '@/lib/compute/variants/run'
import type { NumberAsk } from '@/lib/view/input'
import type { Occasion } from '../card-type'
import { type Compiled, setOf } from './compiled'
import { namesIn } from './fill-values'
import { runVariant, variantOf } from './variant'

/** A larger step is looked at, not typed. */
const mostCells = 9
/** All steps together: more would be a form, not a worked solution. */
const mostInAll = 48

const subscripts = '₀₁₂₃₄₅₆₇₈₉'

/** Passes count from 1 on the screen: `w₂`. */
const passed = (name: string, pass: number): string =>
  name + [...String(pass + 1)].map((digit) => subscripts[Number(digit)] ?? '').join('')

/** How a named node is called beside its boxes. */
export const labelOf = (compiled: Compiled, { id, name, pass }: NamedNode): NumberAsk['label'] => {
  if (pass !== null) return { math: null, text: passed(name, pass) }
  const asked = compiled.program.ask.findIndex((ask) => `?${ask.name}` === id)
  if (asked >= 0) return compiled.asks[asked]?.label ?? { math: null, text: name }
  const math = setOf(compiled.names, name)
  return { math, text: math === null ? name : '' }
}

/** Steps the learner may enter: computed ones, neither asked nor told, with few cells, in the order of the program. */
export const enterable = (compiled: Compiled, run: Run): readonly NamedNode[] => {
  const { graph, nodes } = run
  const asked = new Set(graph.asks.map(({ node }) => node))
  const told = namesIn(compiled.prompt)
  let room = mostInAll
  return namedNodes(compiled.program, run).filter(({ name, node, role, source, pass }) => {
    const size = nodes[node]?.data.length ?? 0
    const wanted = role === 'step' && source !== null && !asked.has(node) && !(pass === null && told.has(name))
    if (!wanted || size > mostCells || size > room) return false
    room -= size
    return true
  })
}

export const stepAsks = (compiled: Compiled, occasion: Occasion): readonly NumberAsk[] => {
  const { run } = runVariant(compiled, variantOf(compiled, occasion))
  return enterable(compiled, run).flatMap((step) => {
    const value = run.nodes[step.node]
    if (value === undefined) return []
    return [
      {
        name: step.id,
        label: labelOf(compiled, step),
        shape: value.shape,
        precision: stepPrecision(Array.from(value.data)).precision,
        optional: true,
        options: null,
      },
    ]
  })
}
