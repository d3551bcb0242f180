import { withMinus, writeNumber, writeStep } from '@/lib/compute/marking/write-number'
import type { Tensor } from '@/lib/compute/ops/tensor'
import type { Values } from '@/lib/compute/values'
import type { Run } from '@/lib/compute/variants/run'

/** Displayed cells of a tensor: fixed decimals for a drawn given, as written for an author's number. */
export const givenCells = (tensor: Tensor, decimals: number | null): readonly string[] =>
  Array.from(tensor.data, (x) => withMinus(writeNumber(x, decimals)))

const nested = (shape: readonly number[], cells: readonly string[]): string => {
  const [first, ...rest] = shape
  if (first === undefined) return cells[0] ?? ''
  const size = cells.length / first
  return `[${Array.from({ length: first }, (_, i) => nested(rest, cells.slice(i * size, (i + 1) * size))).join(', ')}]`
}

/** A given or, where a run is at hand, a step, as text in a line: a number or a nested list. */
export const valueText = (values: Values, run: Run | null, name: string): string | null => {
  const given = Object.hasOwn(values, name) ? values[name] : undefined
  if (given !== undefined) return nested(given.tensor.shape, givenCells(given.tensor, given.decimals))
  const step = run?.graph.steps.find((one) => one.kind === 'value' && one.name === name)
  const tensor = step?.kind === 'value' ? run?.nodes[step.node] : undefined
  return tensor === undefined
    ? null
    : nested(
        tensor.shape,
        Array.from(tensor.data, (x) => withMinus(writeStep(x))),
      )
}
