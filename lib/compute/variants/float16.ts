import type { Program } from '../language/program'
import { toleranceOf } from '../marking/precision'
import type { Values } from '../values'
import type { Variant } from './freeze'
import { askedTensors, runProgram } from './run'

/** The nearest number of float16 (10 bits of fraction, half to even), overflow left aside. */
const roundToFloat16 = (x: number): number => {
  if (x === 0) return 0
  const unit = 2 ** (Math.max(Math.floor(Math.log2(Math.abs(x))), -14) - 10)
  const steps = x / unit
  const below = Math.floor(steps)
  const rest = steps - below
  return (rest > 0.5 || (rest === 0.5 && below % 2 !== 0) ? below + 1 : below) * unit
}

const halved = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, { tensor, decimals }]) => [
      name,
      { tensor: { shape: tensor.shape, data: tensor.data.map(roundToFloat16) }, decimals },
    ]),
  )

/**
 * How far the key moves, in tolerances, when the givens pass through float16 as on some phones' GPUs: above 1 such a device
 * would get another answer. Null where the rounded givens have no value, such as an index that is none any more.
 */
export const float16Drift = (program: Program, { values, asks }: Variant): number | null => {
  const run = runProgram(program, halved(values))
  if (!run.ok) return null
  const tensors = askedTensors(run.value)
  return Math.max(
    0,
    ...asks.flatMap((ask) =>
      ask.key.map((key, i) => Math.abs((tensors.get(ask.name)?.data[i] ?? key) - key) / toleranceOf(ask, key)),
    ),
  )
}
