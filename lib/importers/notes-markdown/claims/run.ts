import { buildGraph } from '@/lib/compute/language/build-graph'
import { parseExpression } from '@/lib/compute/language/parse'
import type {
  Ask,
  Formula as Expression,
  Given as GivenOfProgram,
  Place,
  Program,
} from '@/lib/compute/language/program'
import { type Tensor, tensor } from '@/lib/compute/ops/tensor'
import { evaluate } from '@/lib/compute/reference/evaluate'
import type { Values } from '@/lib/compute/values'

const place: Place = { path: '', line: 1, column: 1, exact: false }

const expression = (text: string): Expression | null => {
  const parsed = parseExpression(text)
  return parsed.ok ? { text, expression: parsed.value, place } : null
}

const asked = (name: string, value: Expression): Ask => ({
  name,
  place,
  tex: null,
  label: null,
  value,
  precision: { kind: 'free' },
  tolerance: { abs: 0, rel: 0 },
  probability: false,
  choice: null,
  zero: true,
})

type Numbers = { readonly [name: string]: Tensor }

const asValues = (numbers: Numbers): Values =>
  Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, { tensor: value, decimals: null }]))

/**
 * Expressions of the compute language laid out once, to be evaluated in float64 on any numbers of the same shapes. Null where
 * one of them cannot be read or its shapes do not fit; a run is null where a value leaves its domain.
 */
export const prepare = (
  like: Numbers,
  texts: readonly string[],
): ((numbers: Numbers) => readonly Tensor[] | null) | null => {
  const given = Object.keys(like).map(
    (name): GivenOfProgram => ({ name, place, tex: null, source: { kind: 'explicit', value: 0 } }),
  )
  const ask = texts.flatMap((text, i) => {
    const read = expression(text)
    return read === null ? [] : [asked(`a${i}`, read)]
  })
  if (ask.length < texts.length) return null
  const program: Program = {
    id: null,
    concepts: [],
    title: null,
    prompt: null,
    given,
    require: [],
    steps: [],
    ask,
    mistakes: [],
  }
  const graph = buildGraph(program, asValues(like))
  if (!graph.ok) return null
  return (numbers) => {
    const run = evaluate(graph.value, asValues(numbers))
    if (!run.ok) return null
    const found = graph.value.asks.map(({ node }) => run.value.nodes[node])
    return found.every((each) => each !== undefined) ? found : null
  }
}

/** The same, once. */
export const runExpressions = (numbers: Numbers, texts: readonly string[]): readonly Tensor[] | null =>
  prepare(numbers, texts)?.(numbers) ?? null

export const tensorOf = (shape: readonly number[], data: readonly number[]): Tensor => tensor(shape, data)

/** Whether two results are the same number, to rounding. */
export const agree = (a: Tensor, b: Tensor): boolean =>
  a.data.length === b.data.length &&
  a.data.every((x, i) => {
    const y = b.data[i] ?? Number.NaN
    return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.abs(x), Math.abs(y))
  })

/** Four significant digits, as a person would write them. */
export const written = ({ data }: Tensor): string => {
  const numbers = Array.from(data, (x) => String(Number(x.toPrecision(4))))
  return numbers.length === 1 ? (numbers[0] ?? '') : `[${numbers.join(', ')}]`
}
