import { enginePass } from '@/lib/compute/pass'
import { readStoredValues } from '@/lib/compute/variants/stored-values'
import type { Block, ShownTensor } from '@/lib/view/block'
import type { NumberAsk } from '@/lib/view/input'
import type { Occasion, Presented } from '../card-type'
import { type Compiled, type CompiledVariant, setOf } from './compiled'
import { fillValues, namesIn } from './fill-values'
import { givenCells, valueText } from './shown-tensor'
import { runVariant, variantOf } from './variant'

/** The givens as named tensors; a scalar already told in the prompt is not told twice. */
const shownGivens = (
  compiled: Compiled,
  { given }: CompiledVariant,
  told: ReadonlySet<string>,
): readonly ShownTensor[] => {
  const values = readStoredValues(given)
  return compiled.program.given.flatMap(({ name }) => {
    const value = values[name]
    if (value === undefined || (told.has(name) && value.tensor.shape.length === 0)) return []
    const { tensor, decimals } = value
    return [{ name, math: setOf(compiled.names, name), shape: tensor.shape, cells: givenCells(tensor, decimals) }]
  })
}

const numberAsks = (compiled: Compiled, variant: CompiledVariant): readonly NumberAsk[] =>
  compiled.program.ask.map(({ name, precision }, i) => {
    const ask = compiled.asks[i]
    return {
      name,
      label: ask?.label ?? { math: null, text: name },
      shape: variant.shapes[i] ?? [],
      precision: ask?.options ? { kind: 'integer' } : precision,
      options: ask?.options ?? null,
    }
  })

/** Whether anything stands between the givens and the asks that is neither asked nor told. */
const isStepwise = ({ program }: Compiled, told: ReadonlySet<string>): boolean => {
  const asked = new Set(
    program.ask.flatMap(({ value }) => (value.expression.kind === 'name' ? [value.expression.name] : [])),
  )
  return program.steps.some(
    ({ kind, name }) => kind === 'loop' || (kind === 'formula' && !asked.has(name) && !told.has(name)),
  )
}

export const present = (compiled: Compiled, occasion: Occasion): Presented => {
  const variant = variantOf(compiled, occasion)
  const values = readStoredValues(variant.given)
  const told = namesIn(compiled.prompt)
  const wantsSteps = [...told].some((name) => !Object.hasOwn(values, name))
  const run = wantsSteps ? runVariant(compiled, variant).run : null
  const items = shownGivens(compiled, variant, told)
  const tensors: readonly Block[] = items.length === 0 ? [] : [{ kind: 'tensors', items }]
  return {
    question: [...fillValues(compiled.prompt, (name) => valueText(values, run, name)), ...tensors],
    input: { kind: 'numbers', asks: numberAsks(compiled, variant) },
    given: variant.given,
    engine: enginePass(compiled.program, variant.given),
    stepwise: isStepwise(compiled, told),
  }
}
