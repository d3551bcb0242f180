import { type Decoder, list, literal, object, tagged, text } from '@/lib/core/decode'
import { ok, refuse } from '@/lib/core/result'
import type { Answer } from '@/lib/view/input'

const name = text(20, /^[a-z]\d{1,3}$/)
const mostParts = 100
const mostCells = 400

const pair: Decoder<readonly [string, string]> = (value, path = '') => {
  const read = list(name, 2)(value, path)
  if (!read.ok) return read
  const [left, right] = read.value
  return left === undefined || right === undefined
    ? refuse({ path, message: `Expected two names at ${path}.` })
    : ok([left, right])
}

const cells: Decoder<{ readonly [ask: string]: readonly string[] }> = (value, path = '') => {
  if (typeof value !== 'object' || value === null) return refuse({ path, message: `Expected an object at ${path}.` })
  const entries: [string, readonly string[]][] = []
  for (const [key, typed] of Object.entries(value).slice(0, mostParts)) {
    const ask = name(key, `${path}/${key}`)
    if (!ask.ok) return ask
    // No database keeps the character NUL in a text.
    const read = list(text(100, /^[^\0]*$/), mostCells)(typed, `${path}/${key}`)
    if (!read.ok) return read
    entries.push([ask.value, read.value])
  }
  return ok(Object.fromEntries(entries))
}

/** An answer as a device may send it during an exam, in the public names of its question. */
export const decodeAnswer: Decoder<Answer> = tagged<Answer>('kind', {
  choice: object({ kind: literal('choice'), chosen: list(name, mostParts) }),
  order: object({ kind: literal('order'), order: list(name, mostParts) }),
  match: object({ kind: literal('match'), pairs: list(pair, mostParts) }),
  numbers: object({ kind: literal('numbers'), cells }),
  text: object({ kind: literal('text'), text: text(2000, /^[^\0]*$/) }),
})
