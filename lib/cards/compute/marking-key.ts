import { runMistake } from '@/lib/compute/variants/mistaken-answers'
import { askedOfAll } from '@/lib/compute/variants/run'
import type { Occasion } from '../card-type'
import type { KeyOf } from '../marking/key'
import type { Compiled } from './compiled'
import { runVariant, variantOf } from './variant'

/** The asked numbers of an occasion's variant in float64, and what each known mistake makes of them. */
export const markingKey = (compiled: Compiled, occasion: Occasion): KeyOf<'numbers'> => {
  const { program } = compiled
  const { values, run } = runVariant(compiled, variantOf(compiled, occasion))
  return {
    kind: 'numbers',
    asks: askedOfAll(program, run),
    mistakes: program.mistakes.flatMap((mistake) => {
      const made = runMistake(program, mistake, values, run)
      return made.ok ? [{ name: mistake.name, answers: Object.fromEntries(made.value.answers) }] : []
    }),
  }
}
