import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import { makeRng } from '@/lib/core/rng'
import { faultAt } from '../language/locate'
import type { Given, Program } from '../language/program'
import { sizeOf, type Tensor, tensor } from '../ops/tensor'
import type { Values } from '../values'
import { drawCells } from './draw'
import { evaluateSize } from './integer-formula'
import { nestedTensor } from './nested-tensor'

/** Of the sampling scheme: another number would give every frozen variant other values. */
const version = '1'

const maxElements = 4096

type Sampled = { readonly tensor: Tensor; readonly decimals: number | null }

const sampleGiven = (
  given: Given,
  seed: string | number,
  program: string,
  integers: ReadonlyMap<string, number>,
): Result<Sampled, Diagnostic> => {
  const { name, place, source } = given
  const fault = (message: string, hint: string) => refuse(faultAt(place, null, message, hint))
  if (source.kind === 'explicit') {
    const value = nestedTensor(source.value)
    return value.ok
      ? ok({ tensor: value.value, decimals: null })
      : fault(`The given \`${name}\` has no value: ${value.error}.`, 'Write a number or a full nested list of numbers.')
  }
  const shape: number[] = []
  for (const formula of source.shape) {
    const size = evaluateSize(formula, integers)
    if (!size.ok) return size
    shape.push(size.value)
  }
  const count = sizeOf(shape)
  if (count > maxElements)
    return fault(`The given \`${name}\` of shape [${shape}] has more than ${maxElements} elements.`, 'Make it smaller.')
  const n = source.draw.kind === 'index' ? evaluateSize(source.draw.n, integers) : ok(1)
  if (!n.ok) return n
  const rng = makeRng(seed, program, version, name)
  const drawn = drawCells(source.draw, { count, distinct: source.distinct, sizeOfIndex: n.value }, rng)
  if (!drawn.ok) return fault(`The given \`${name}\` cannot be drawn. ${drawn.error.message}`, drawn.error.hint)
  return ok({ tensor: tensor(shape, drawn.value.data), decimals: drawn.value.decimals })
}

/**
 * The givens of one variant. Every given draws from its own stream of (seed, question, version, name), so editing one never
 * shifts another, and the same seed gives the same numbers on every platform. Explicit givens pass through.
 */
export const sampleValues = (program: Program, seed: string | number): Result<Values, readonly Diagnostic[]> => {
  const sampled = new Map<string, Sampled>()
  const integers = new Map<string, number>()
  const diagnostics: Diagnostic[] = []
  for (const given of program.given) {
    const value = sampleGiven(given, seed, program.id ?? '', integers)
    if (!value.ok) {
      diagnostics.push(value.error)
      continue
    }
    sampled.set(given.name, value.value)
    const [first] = value.value.tensor.data
    if (value.value.tensor.shape.length === 0 && Number.isInteger(first)) integers.set(given.name, first ?? 0)
  }
  // `fromEntries` defines own properties, so a given called `__proto__` is a name like any other.
  return diagnostics.length > 0 ? refuse(diagnostics) : ok(Object.fromEntries(sampled))
}

/** Whether two seeds can give two variants: false where the author wrote every number. */
export const isRandom = (program: Program): boolean => program.given.some((given) => given.source.kind === 'random')
