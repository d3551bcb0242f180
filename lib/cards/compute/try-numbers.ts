import { readNumber } from '@/lib/compute/marking/read-number'
import { writeNumber } from '@/lib/compute/marking/write-number'
import { tensor } from '@/lib/compute/ops/tensor'
import { buildTrace } from '@/lib/compute/trace/build-trace'
import type { Values } from '@/lib/compute/values'
import { askedOfAll, askedTensors, runProgram } from '@/lib/compute/variants/run'
import { readStoredValues } from '@/lib/compute/variants/stored-values'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Occasion } from '../card-type'
import type { Tried, TriedGiven } from '../workings-type'
import { answerBlocks } from './answer-blocks'
import { type Compiled, setOf } from './compiled'
import { givenRange, shapingGivens } from './given-range'
import { variantOf } from './variant'

type Refused = Extract<Tried, { readonly kind: 'refused' }>

export const givens = (compiled: Compiled, occasion: Occasion): readonly TriedGiven[] => {
  const { program } = compiled
  const values = readStoredValues(variantOf(compiled, occasion).given)
  const shaping = shapingGivens(program)
  return program.given.flatMap((given) => {
    const value = values[given.name]
    if (value === undefined) return []
    const cells = Array.from(value.tensor.data)
    const { step, low, high } = givenRange(given, cells)
    return [
      {
        name: given.name,
        math: setOf(compiled.names, given.name),
        shape: value.tensor.shape,
        cells: cells.map((x) => writeNumber(x, value.decimals)),
        step,
        range: { low, high },
        fixed: shaping.has(given.name),
      },
    ]
  })
}

/** At least as many decimals as the card shows, as many as the typed numbers need; null where no fixed number is enough. */
const shownDecimals = (cells: readonly number[], atLeast: number | null): number | null => {
  if (atLeast === null) return null
  const decimals = [0, 1, 2, 3, 4, 5, 6].find((d) => d >= atLeast && cells.every((x) => Number(x.toFixed(d)) === x))
  return decimals ?? null
}

const read = (
  compiled: Compiled,
  own: Values,
  typed: { readonly [given: string]: readonly string[] },
): Result<Values, Refused> => {
  const values: { [name: string]: Values[string] } = {}
  for (const { name } of compiled.program.given) {
    const value = own[name]
    if (value === undefined) continue
    const cells: number[] = []
    for (const [i, x] of value.tensor.data.entries()) {
      const text = Object.hasOwn(typed, name) ? typed[name]?.[i] : undefined
      const number = text === undefined ? ok(x) : readNumber(text)
      if (!number.ok) {
        const part = setOf(compiled.names, name)?.spoken ?? name
        const message = { key: `compute.unreadable.${number.error}`, values: { typed: text ?? '', part } }
        return refuse({ kind: 'refused', given: name, message, detail: null })
      }
      cells.push(number.value)
    }
    values[name] = {
      tensor: tensor(value.tensor.shape, cells),
      decimals: shownDecimals(cells, value.decimals),
    }
  }
  return ok(values)
}

/** The step or ask a diagnostic is about, by the last part of its path that is a name of the program. */
const placeOf = (compiled: Compiled, { path }: Diagnostic): string => {
  const [, area = '', key = ''] = path.replace(/^\/\d+/, '').split('/')
  if (area === 'ask') {
    const ask = compiled.asks[Number(key)]
    return ask?.label.text || ask?.label.math?.spoken || compiled.program.ask[Number(key)]?.name || key
  }
  return setOf(compiled.names, key)?.spoken ?? key
}

export const tryNumbers = (
  compiled: Compiled,
  occasion: Occasion,
  typed: { readonly [given: string]: readonly string[] },
): Tried => {
  const values = read(compiled, readStoredValues(variantOf(compiled, occasion).given), typed)
  if (!values.ok) return values.error
  const { program } = compiled
  const run = runProgram(program, values.value)
  if (!run.ok) {
    const [first] = run.error
    const place = first === undefined ? '' : placeOf(compiled, first)
    return {
      kind: 'refused',
      given: null,
      message: { key: 'compute.other.refused', values: { place } },
      detail: first === undefined ? null : `${first.message} ${first.hint}`,
    }
  }
  const tensors = askedTensors(run.value)
  return {
    kind: 'ran',
    answer: answerBlocks(
      compiled,
      askedOfAll(program, run.value),
      program.ask.map(({ name }) => tensors.get(name)?.shape ?? []),
    ),
    trace: buildTrace(program, values.value, run.value, {
      mistaken: null,
      nameMath: (name) => setOf(compiled.names, name),
      formulaMath: (name) => setOf(compiled.formulas, name),
    }),
  }
}
