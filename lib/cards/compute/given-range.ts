import type { Expression } from '@/lib/compute/language/expression'
import type { Given, Program } from '@/lib/compute/language/program'
import { writeNumber } from '@/lib/compute/marking/write-number'

/** Decimals that write a number as JavaScript prints it: 0.05 has 2; at most 6. */
const decimalsOf = (x: number): number =>
  Array.from({ length: 6 }, (_, decimals) => decimals).find((decimals) => Number(x.toFixed(decimals)) === x) ?? 6

const unit = (decimals: number): number => Number(`1e-${decimals}`)

/** What one press of a stepper adds and how far a slider reaches, from how the given is drawn. */
export interface GivenRange {
  readonly step: number
  readonly low: number
  readonly high: number
}

const around = (cells: readonly number[]): GivenRange => {
  const size = Math.max(...cells.map(Math.abs)) || 1
  const negative = cells.some((x) => x < 0)
  return { step: unit(Math.max(...cells.map(decimalsOf))), low: negative ? -2 * size : 0, high: 2 * size }
}

/** `cells` are the card's own numbers. */
export const givenRange = ({ source }: Given, cells: readonly number[]): GivenRange => {
  if (source.kind === 'explicit') return around(cells)
  const { draw } = source
  switch (draw.kind) {
    case 'uniform':
      return { step: unit(draw.decimals), low: draw.low, high: draw.high }
    case 'normal':
      return {
        step: unit(draw.decimals),
        low: Number(writeNumber(draw.mean - 3 * draw.deviation, draw.decimals)),
        high: Number(writeNumber(draw.mean + 3 * draw.deviation, draw.decimals)),
      }
    case 'integer':
      return { step: 1, low: draw.low, high: draw.high }
    case 'index': {
      const { expression } = draw.n
      return expression.kind === 'number'
        ? { step: 1, low: 0, high: expression.value - 1 }
        : { ...around(cells), step: 1 }
    }
    case 'choice':
      return {
        step: unit(Math.max(...draw.options.map(decimalsOf))),
        low: Math.min(...draw.options),
        high: Math.max(...draw.options),
      }
    case 'bernoulli':
      return { step: 1, low: 0, high: 1 }
  }
}

const namesIn = (expression: Expression): readonly string[] => {
  switch (expression.kind) {
    case 'name':
      return [expression.name]
    case 'negate':
      return namesIn(expression.of)
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'call':
      return expression.positional.flatMap(namesIn)
    default:
      return []
  }
}

/** Givens that fix the shape of other givens: these were drawn for it, so it cannot change under them. */
export const shapingGivens = ({ given }: Program): ReadonlySet<string> =>
  new Set(
    given.flatMap(({ source }) =>
      source.kind === 'random' ? source.shape.flatMap(({ expression }) => namesIn(expression)) : [],
    ),
  )
