import { buildGraph } from '@/lib/compute/language/build-graph'
import type { Program, Step } from '@/lib/compute/language/program'
import { readPrograms } from '@/lib/compute/language/read-program'
import { withMinus, writeKey } from '@/lib/compute/marking/write-number'
import { freezeVariants, type Variant } from '@/lib/compute/variants/freeze'
import { lintFrozen } from '@/lib/compute/variants/lint'
import { findingFor } from '@/lib/compute/variants/lint-mistakes'
import { askedTensors } from '@/lib/compute/variants/run'
import { sampleValues } from '@/lib/compute/variants/sample'
import type { ShownTensor } from '@/lib/view/block'
import type { Authoring, Lab, LabFinding, ShapeHint } from '../authoring-type'
import { givenCells } from './shown-tensor'

const readOne = (text: string, file: string): Program | null => readPrograms(text, file).programs[0] ?? null

/** Where the values of a loop's last pass are written. */
const loopLines = (step: Step): ReadonlyMap<string, number> =>
  step.kind === 'loop'
    ? new Map([...step.loop.carry, ...step.loop.steps].map(({ name, formula }) => [name, formula.place.line]))
    : new Map()

const hints = (text: string, file: string): readonly ShapeHint[] | null => {
  const program = readOne(text, file)
  const values = program === null ? null : sampleValues(program, 1)
  if (program === null || !values?.ok) return null
  const built = buildGraph(program, values.value)
  if (!built.ok) return null
  const { nodes, givens, steps, asks } = built.value
  const hint = (name: string, line: number | undefined, node: number): readonly ShapeHint[] => {
    const shape = nodes[node]?.shape
    return line === undefined || shape === undefined ? [] : [{ line, name, shape }]
  }
  const givenLines = new Map(program.given.map(({ name, place }) => [name, place.line]))
  return [
    ...givens.flatMap(({ name, node }) => hint(name, givenLines.get(name), node)),
    ...steps.flatMap((step, i) => {
      const written = program.steps[i]
      if (written === undefined) return []
      if (step.kind === 'value') return hint(step.name, written.place.line, step.node)
      const lines = loopLines(written)
      return Object.entries(step.passes.at(-1) ?? {}).flatMap(([name, node]) => hint(name, lines.get(name), node))
    }),
    ...asks.flatMap(({ name, node, place }) => hint(name, place.line, node)),
  ]
}

const shownVariant = (program: Program, variant: Variant): Lab['variants'][number] => {
  const tensors = askedTensors(variant.run)
  const given = program.given.flatMap(({ name }): readonly ShownTensor[] => {
    const value = variant.values[name]
    if (value === undefined) return []
    const { tensor, decimals } = value
    return [{ name, math: null, shape: tensor.shape, cells: givenCells(tensor, decimals) }]
  })
  const keys = variant.asks.map((ask): ShownTensor => {
    const cells = ask.key.map((key) => withMinus(writeKey(ask, key)))
    return { name: ask.name, math: null, shape: tensors.get(ask.name)?.shape ?? [], cells }
  })
  return { seed: variant.seed, given, keys }
}

const findingIn = (variant: Variant, mistake: string): LabFinding => {
  const finding = findingFor(variant, mistake)
  return typeof finding === 'string' ? { kind: finding } : { kind: 'other', name: finding.other }
}

/** What a question needs before it is asked; the second engine is compared when it is published. */
const lab = async (text: string, file: string): Promise<Lab | null> => {
  const program = readOne(text, file)
  if (program === null) return null
  const frozen = freezeVariants(program)
  const { diagnostics } = await lintFrozen(program, frozen, { tensorflow: null })
  return {
    variants: frozen.variants.map((variant) => shownVariant(program, variant)),
    mistakes: program.mistakes.map(({ name }) => ({
      name,
      tried: frozen.variants.map((variant) => findingIn(variant, name)),
    })),
    tried: frozen.tried,
    rejected: [...frozen.rejected].map(([why, count]) => ({ why, count })).sort((a, b) => b.count - a.count),
    diagnostics,
  }
}

export const computeAuthoring: Authoring = { name: 'compute', hints, lab }
