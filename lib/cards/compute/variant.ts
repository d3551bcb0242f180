import type { Values } from '@/lib/compute/values'
import { type Run, runProgram } from '@/lib/compute/variants/run'
import { readStoredValues } from '@/lib/compute/variants/stored-values'
import { makeRng } from '@/lib/core/rng'
import type { Occasion } from '../card-type'
import type { Compiled, CompiledVariant } from './compiled'

/** The variant of an occasion: the same occasion always shows the same numbers. */
export const variantOf = ({ variants }: Compiled, { seed }: Occasion): CompiledVariant => {
  const variant = variants[makeRng(seed, 'variant').integer(0, variants.length - 1)]
  if (variant === undefined) throw new Error('a compute card was compiled without variants')
  return variant
}

/** The right run of a frozen variant; it ran when it was frozen, so a refusal is a broken bundle. */
export const runVariant = (
  compiled: Compiled,
  variant: CompiledVariant,
): { readonly values: Values; readonly run: Run } => {
  const values = readStoredValues(variant.given)
  const run = runProgram(compiled.program, values)
  if (!run.ok) throw new Error(`a frozen variant no longer runs: ${run.error[0]?.message}`)
  return { values, run: run.value }
}
