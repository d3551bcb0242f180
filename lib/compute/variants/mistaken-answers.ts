import { ok, type Result, refuse } from '@/lib/core/result'
import type { Mistake, Program } from '../language/program'
import type { Asked } from '../marking/mark'
import { accepts, separationOf } from '../marking/precision'
import type { MistakenAnswer } from '../marking/recognise'
import type { Values } from '../values'
import { mistakenProgram } from './mistaken'
import { askedTensors, type Run, runProgram } from './run'

/** A mistake run on the same numbers: its answers, and its own program and run for the trace. */
export interface MistakenRun extends MistakenAnswer {
  readonly program: Program
  readonly run: Run
}

const sameShape = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((size, axis) => size === b[axis])

/**
 * Runs a mistake beside the right run. An ask whose shape the mistake changes is left out: nobody could type it into the
 * grid. Refused with a sentence where the mistake has no value on these numbers.
 */
export const runMistake = (
  program: Program,
  mistake: Mistake,
  values: Values,
  right: Run,
): Result<MistakenRun, string> => {
  const wrong = mistakenProgram(program, mistake)
  const run = runProgram(wrong, values)
  if (!run.ok) return refuse(run.error[0]?.message ?? 'it has no value')
  const keys = askedTensors(right)
  const answers = new Map<string, readonly number[]>()
  for (const [name, made] of askedTensors(run.value)) {
    const key = keys.get(name)
    if (key !== undefined && sameShape(key.shape, made.shape)) answers.set(name, Array.from(made.data))
  }
  return ok({ name: mistake.name, answers, program: wrong, run: run.value })
}

type Answers = MistakenAnswer['answers']

/** Whether marking tells two answers apart with room for rounding on both sides, in at least one asked cell. */
export const isApart = (asks: readonly Asked[], one: Answers, other: Answers): boolean =>
  asks.some((ask) => {
    const [a, b] = [one.get(ask.name), other.get(ask.name)]
    return a?.some((x, i) => {
      const y = b?.[i] ?? x
      return !accepts(ask, x, y) && Math.abs(x - y) >= separationOf(ask, y)
    })
  })

export const rightAnswers = (asks: readonly Asked[]): Answers => new Map(asks.map(({ name, key }) => [name, key]))
