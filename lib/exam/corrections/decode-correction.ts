import { type Decoder, flag, integer, list, literal, nullable, number, object, tagged, text } from '@/lib/core/decode'
import { ok, refuse } from '@/lib/core/result'
import type { Change, Correction, NewKey } from './correction'

const id = text(100, /^[^\0]+$/)
const most = 400

const pair: Decoder<readonly [string, string]> = (value, path = '') => {
  const read = list(id, 2)(value, path)
  if (!read.ok) return read
  const [left, right] = read.value
  return left === undefined || right === undefined
    ? refuse({ path, message: `Expected two ids at ${path}.` })
    : ok([left, right])
}

const keys: Decoder<{ readonly [ask: string]: readonly number[] }> = (value, path = '') => {
  if (typeof value !== 'object' || value === null) return refuse({ path, message: `Expected an object at ${path}.` })
  const entries: [string, readonly number[]][] = []
  for (const [ask, cells] of Object.entries(value)) {
    const read = list(number(-1e300, 1e300), most)(cells, `${path}/${ask}`)
    if (!read.ok) return read
    entries.push([ask, read.value])
  }
  return ok(Object.fromEntries(entries))
}

const newKey = tagged<NewKey>('kind', {
  choice: object({ kind: literal('choice'), right: list(id, most) }),
  order: object({ kind: literal('order'), order: list(id, most) }),
  match: object({ kind: literal('match'), pairs: list(pair, most) }),
  text: object({ kind: literal('text'), answers: list(text(500, /^[^\0]*$/), 100) }),
  numbers: object({ kind: literal('numbers'), keys }),
})

const change = tagged<Change>('kind', {
  key: object({ kind: literal('key'), form: nullable(integer(0, 1000)), also: flag, key: newKey }),
  tolerance: object({ kind: literal('tolerance'), abs: number(0, 1e6), rel: number(0, 1) }),
  points: object({ kind: literal('points'), points: number(0, 1000) }),
  drop: object({ kind: literal('drop') }),
  full: object({ kind: literal('full') }),
})

export const decodeCorrection: Decoder<Correction> = object<Correction>({ item: id, change, neverLower: flag })
