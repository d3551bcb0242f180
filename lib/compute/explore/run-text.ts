import type { Program } from '../language/program'
import { readPrograms } from '../language/read-program'
import type { Tensor } from '../ops/tensor'
import { askedTensors, runProgram } from '../variants/run'

/** Numbers put in for the givens of a program. */
export interface Numbers {
  readonly [given: string]: Tensor
}

/** A program of this house read once. Throws where it has a fault: its text is ours. */
export const readOwn = (text: string): Program => {
  const { programs, diagnostics } = readPrograms(text)
  const [program] = programs
  if (program === undefined || program === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return program
}

/** What a program asks for, by name, by the float64 reference; null where values leave the finite numbers. */
export const asksOf = (program: Program, numbers: Numbers): ReadonlyMap<string, Tensor> | null => {
  const values = Object.fromEntries(
    Object.entries(numbers).map(([name, tensor]) => [name, { tensor, decimals: null }] as const),
  )
  const run = runProgram(program, values)
  return run.ok ? askedTensors(run.value) : null
}
