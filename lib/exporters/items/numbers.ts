import type { KeyOf } from '@/lib/cards/marking/key'
import { toleranceOf } from '@/lib/compute/marking/precision'
import type { Input, NumberAsk } from '@/lib/view/input'

/** One box of a question with numbers. */
export interface Cell {
  readonly ask: NumberAsk
  /** Row-major place in its ask. */
  readonly index: number
  /** For a machine to read. */
  readonly key: string
  /** Half the width of what is accepted around `key`. */
  readonly tolerance: number
  /** Which of the ask's options is right, from 0; null where a number is typed. */
  readonly option: number | null
}

const digits = (value: number, count: number): number => Number(value.toPrecision(count))

/**
 * Every box with its key. The key is told more closely than it is asked, so that a learner who writes more digits than wanted is right
 * there as here.
 */
export const cellsOf = (input: Extract<Input, { kind: 'numbers' }>, key: KeyOf<'numbers'>): readonly Cell[] =>
  key.asks.flatMap((asked) => {
    const ask = input.asks.find(({ name }) => name === asked.name)
    if (ask === undefined) return []
    return asked.key.map((exact, index): Cell => {
      const whole = asked.precision.kind === 'integer'
      return {
        ask,
        index,
        key: String(whole ? Math.round(exact) : digits(exact, 9)),
        tolerance: whole ? 0 : digits(toleranceOf(asked, exact), 6),
        option: ask.options === null ? null : Math.round(exact),
      }
    })
  })

/** `[2, 1]` in a matrix, `[2]` in a vector; empty for a single number. */
export const placeOf = ({ ask, index }: Cell): string => {
  const { shape } = ask
  if (shape.length === 0) return ''
  const places: number[] = []
  let rest = index
  for (const size of [...shape].reverse()) {
    places.unshift((rest % size) + 1)
    rest = Math.floor(rest / size)
  }
  return `[${places.join(', ')}]`
}

export const labelOf = ({ label }: NumberAsk): string => (label.math === null ? label.text : `\\(${label.math.tex}\\)`)

export const unitOf = ({ unit }: NumberAsk): string =>
  unit === undefined ? '' : unit.math === null ? unit.text : `\\(${unit.math.tex}\\)`
