import type { Diagnostic } from '@/lib/core/diagnostic'
import { faultAt } from '../language/locate'
import type { Program } from '../language/program'
import { type Difficulty, difficultyOf } from './difficulty'
import { float16Drift } from './float16'
import { type Frozen, freezeVariants } from './freeze'
import { type Compared, compareEngines, compareGradients, type TensorFlow } from './lint-engines'
import { lintMistakes } from './lint-mistakes'
import { lintWords } from './lint-words'
import { isRandom } from './sample'

/** What is known of a question before anybody is asked it. */
export interface LintReport {
  readonly id: string | null
  readonly diagnostics: readonly Diagnostic[]
  readonly variants: { readonly kept: number; readonly tried: number; readonly rejected: ReadonlyMap<string, number> }
  readonly tensorflow: Omit<Compared, 'diagnostics'>
  readonly gradients: Omit<Compared, 'diagnostics'>
  readonly mistakes: { readonly tried: number; readonly named: number }
  /** Worst move of the key, in tolerances, when givens pass through float16; null where they cannot. */
  readonly float16: number | null
  /** How equal its variants are in work, only reported; null without variants. */
  readonly difficulty: Difficulty | null
}

const wantedVariants = 12

const reasons = ({ rejected }: Frozen): string =>
  [...rejected]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 3)
    .map(([reason, count]) => `${count}: ${reason}`)
    .join(' ')

const lintYield = (program: Program, frozen: Frozen): readonly Diagnostic[] => {
  const kept = frozen.variants.length
  const [given] = program.given
  const [ask] = program.ask
  const place = given?.place ?? ask?.place
  if (kept === 0 && frozen.faults.length > 0) return frozen.faults
  if (place === undefined || kept >= (isRandom(program) ? wantedVariants : 1)) return []
  const fault = faultAt(
    place,
    null,
    `${kept} of ${frozen.tried} seeds give a variant that can be asked; ${wantedVariants} are wanted. ${reasons(frozen)}`,
    'Change ranges, conditions or mistakes.',
  )
  return [kept === 0 ? fault : { ...fault, severity: 'warning' }]
}

const counted = ({ checked, worst }: Compared): Omit<Compared, 'diagnostics'> => ({ checked, worst })

const notCompared: Compared = { checked: 0, worst: 0, diagnostics: [] }

/** Checks a question on variants that were frozen already. Without TensorFlow.js nothing is said of its agreement. */
export const lintFrozen = async (
  program: Program,
  frozen: Frozen,
  { tensorflow }: { readonly tensorflow: TensorFlow | null },
): Promise<LintReport> => {
  const { variants, tried, rejected } = frozen
  const engines = tensorflow === null ? notCompared : await compareEngines(program, variants, tensorflow)
  const gradients = compareGradients(program, variants)
  const mistakes = lintMistakes(program, variants)
  const drifts = variants.flatMap((variant) => float16Drift(program, variant) ?? [])
  return {
    id: program.id,
    diagnostics: [
      ...lintYield(program, frozen),
      ...lintWords(program, frozen),
      ...(variants[0]?.run.graph.warnings ?? []),
      ...engines.diagnostics,
      ...gradients.diagnostics,
      ...mistakes.diagnostics,
    ],
    variants: { kept: variants.length, tried, rejected },
    tensorflow: counted(engines),
    gradients: counted(gradients),
    mistakes: { tried: mistakes.tried, named: mistakes.named },
    float16: drifts.length === 0 ? null : Math.max(...drifts),
    difficulty: difficultyOf(program, variants),
  }
}

/**
 * Checks a question on its own frozen variants: both engines agree on every key, gradients are confirmed by centred
 * differences, every mistake is named and never right, precision and feedback are there.
 */
export const lintQuestion = (program: Program, engines: { readonly tensorflow: TensorFlow }): Promise<LintReport> =>
  lintFrozen(program, freezeVariants(program, wantedVariants), engines)
