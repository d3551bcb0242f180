import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Result } from '@/lib/core/result'
import type { Graph } from '../graph'
import { faultAt } from '../language/locate'
import type { Program } from '../language/program'
import type { Tensor } from '../ops/tensor'
import { checkGradients } from '../reference/gradient-check'
import type { Values } from '../values'
import type { Variant } from './freeze'

/** TensorFlow.js as lint sees it: an argument, since only the command line and the browser's worker may load it. */
export type TensorFlow = (
  graph: Graph,
  values: Values,
) => Promise<
  Result<{ readonly asks: readonly { readonly name: string; readonly value: Tensor }[] }, { readonly message: string }>
>

/** A comparison over all variants: how many there were and the worst of them. */
export interface Compared {
  readonly checked: number
  readonly worst: number
  readonly diagnostics: readonly Diagnostic[]
}

/** Agreement wanted of TensorFlow.js on its CPU backend. */
const mostDistance = 1e-5

/** max |a - b| / max(1, max |b|) */
const distance = (tried: Tensor, reference: Tensor): number => {
  const size = reference.data.reduce((most, x) => Math.max(most, Math.abs(x)), 1)
  return reference.data.reduce((most, x, i) => Math.max(most, Math.abs((tried.data[i] ?? Number.NaN) - x)), 0) / size
}

const on = ({ seed }: Variant): string => (seed === null ? '' : ` on seed ${seed}`)

/** Both engines give every asked value. The first disagreement of each ask is told. */
export const compareEngines = async (
  program: Program,
  variants: readonly Variant[],
  tensorflow: TensorFlow,
): Promise<Compared> => {
  const diagnostics = new Map<string, Diagnostic>()
  let [checked, worst] = [0, 0]
  for (const variant of variants) {
    const { graph, nodes } = variant.run
    const tried = await tensorflow(graph, variant.values)
    for (const ask of program.ask) {
      const tell = (message: string) => {
        if (!diagnostics.has(ask.name))
          diagnostics.set(ask.name, faultAt(ask.place, null, message, 'Use smaller numbers or simpler steps.'))
      }
      if (!tried.ok) {
        tell(`TensorFlow.js cannot compute "${ask.name}"${on(variant)}: ${tried.error.message}`)
        continue
      }
      const reference = nodes[graph.asks.find(({ name }) => name === ask.name)?.node ?? -1]
      const value = tried.value.asks.find(({ name }) => name === ask.name)?.value
      if (reference === undefined || value === undefined) continue
      checked++
      const apart = distance(value, reference)
      worst = Math.max(worst, apart)
      if (!(apart <= mostDistance))
        tell(
          `TensorFlow.js and the float64 reference differ by ${apart.toExponential(1)} in "${ask.name}"${on(variant)}.`,
        )
    }
  }
  return { checked, worst, diagnostics: [...diagnostics.values()] }
}

/** Every gradient of the question against centred differences. The first failure of each is told. */
export const compareGradients = (program: Program, variants: readonly Variant[]): Compared => {
  const diagnostics = new Map<string, Diagnostic>()
  const [first] = program.ask
  let [checked, worst] = [0, 0]
  for (const variant of variants)
    for (const { of, wrt, maxRelError, passed } of checkGradients(variant.run.graph, variant.run)) {
      checked++
      worst = Math.max(worst, maxRelError)
      const name = `grad(${of}, ${wrt})`
      if (passed || diagnostics.has(name) || first === undefined) continue
      diagnostics.set(
        name,
        faultAt(
          first.place,
          null,
          `The gradient ${name} is not confirmed by centred differences${on(variant)}: relative error ${maxRelError.toExponential(1)}.`,
          'Keep its variable away from kinks with `require`, or smooth the step.',
        ),
      )
    }
  return { checked, worst, diagnostics: [...diagnostics.values()] }
}
