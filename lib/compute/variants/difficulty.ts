import type { Program } from '../language/program'
import { writeKey, writeNumber } from '../marking/write-number'
import type { Variant } from './freeze'
import { openGates } from './gates'

/** How far one measure of work lies apart over a question's variants. */
export interface Spread {
  readonly least: number
  readonly most: number
  /** Standard deviation over mean (coefficient of variation); 0 where the mean is 0. */
  readonly variation: number
}

/** What makes one variant of a question more work than another. */
export interface Difficulty {
  /** Digits on the screen over all givens. */
  readonly digits: Spread
  /** Share (0..1) of given numbers below 0. */
  readonly negatives: Spread
  /** Share (0..1) of open gates on the way to the answer; null where the question has none. */
  readonly gates: Spread | null
  /** Digits to type over all asked cells. */
  readonly keyDigits: Spread
  /** Mean magnitude of the asked cells. */
  readonly keySize: Spread
}

const digitsIn = (text: string): number => text.replaceAll(/\D/g, '').length

const sum = (numbers: readonly number[]): number => numbers.reduce((total, x) => total + x, 0)

const mean = (numbers: readonly number[]): number => (numbers.length === 0 ? 0 : sum(numbers) / numbers.length)

const spread = (numbers: readonly number[]): Spread => {
  const middle = mean(numbers)
  const deviation = Math.sqrt(mean(numbers.map((x) => (x - middle) ** 2)))
  return {
    least: Math.min(...numbers),
    most: Math.max(...numbers),
    variation: middle === 0 ? 0 : deviation / middle,
  }
}

const measure = (program: Program, { values, asks, run }: Variant) => {
  const shown = Object.values(values).flatMap(({ tensor, decimals }) =>
    Array.from(tensor.data, (x) => ({ x, digits: digitsIn(writeNumber(x, decimals)) })),
  )
  const key = asks.flatMap((ask) => ask.key.map((x) => ({ x, digits: digitsIn(writeKey(ask, x)) })))
  return {
    digits: sum(shown.map(({ digits }) => digits)),
    negatives: mean(shown.map(({ x }) => (x < 0 ? 1 : 0))),
    gates: openGates(run, new Set(program.ask.map(({ name }) => name))),
    keyDigits: sum(key.map(({ digits }) => digits)),
    keySize: mean(key.map(({ x }) => Math.abs(x))),
  }
}

/** How equal a question's variants are in work; null without variants. */
export const difficultyOf = (program: Program, variants: readonly Variant[]): Difficulty | null => {
  if (variants.length === 0) return null
  const measured = variants.map((variant) => measure(program, variant))
  const gates = measured.flatMap((one) => one.gates ?? [])
  return {
    digits: spread(measured.map((one) => one.digits)),
    negatives: spread(measured.map((one) => one.negatives)),
    gates: gates.length === 0 ? null : spread(gates),
    keyDigits: spread(measured.map((one) => one.keyDigits)),
    keySize: spread(measured.map((one) => one.keySize)),
  }
}
