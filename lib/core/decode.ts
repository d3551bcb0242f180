import type { Json } from './json'
import { ok, type Result, refuse } from './result'

/** Why a value from outside was not taken: where in it, as a JSON Pointer, and what was expected there. */
export interface Refusal {
  readonly path: string
  readonly message: string
}

/** Turns an unknown value into a known one, once, at the edge. Unknown fields are dropped. */
export type Decoder<T> = (value: unknown, path?: string) => Result<T, Refusal>

const expected = (what: string, path: string): Result<never, Refusal> =>
  refuse({ path, message: `Expected ${what} at ${path || 'the top'}.` })

/** A string of at most `max` UTF-16 units that fits `pattern`. */
export const text =
  (max: number, pattern?: RegExp): Decoder<string> =>
  (value, path = '') =>
    typeof value === 'string' && value.length <= max && (pattern?.test(value) ?? true)
      ? ok(value)
      : expected(`a string of at most ${max} characters${pattern ? ` like ${pattern.source}` : ''}`, path)

/** A finite number in low..high, both included. */
export const number =
  (low: number, high: number): Decoder<number> =>
  (value, path = '') =>
    typeof value === 'number' && value >= low && value <= high
      ? ok(value)
      : expected(`a number in ${low}..${high}`, path)

export const integer =
  (low: number, high: number): Decoder<number> =>
  (value, path = '') =>
    Number.isInteger(value) ? number(low, high)(value, path) : expected(`a whole number in ${low}..${high}`, path)

export const flag: Decoder<boolean> = (value, path = '') =>
  typeof value === 'boolean' ? ok(value) : expected('true or false', path)

export const oneOf =
  <const T extends string>(names: readonly T[]): Decoder<T> =>
  (value, path = '') => {
    const found = names.find((name) => name === value)
    return found === undefined ? expected(`one of ${names.join(', ')}`, path) : ok(found)
  }

export const literal = <const T extends string>(name: T): Decoder<T> => oneOf([name])

export const nullable =
  <T>(decoder: Decoder<T>): Decoder<T | null> =>
  (value, path = '') =>
    value === null ? ok(null) : decoder(value, path)

/** A field that may be missing. */
export const optional =
  <T>(decoder: Decoder<T>): Decoder<T | undefined> =>
  (value, path = '') =>
    value === undefined ? ok(undefined) : decoder(value, path)

/** A field that may be left out, and then is `otherwise`. */
export const defaulting =
  <T>(decoder: Decoder<T>, otherwise: T): Decoder<T> =>
  (value, path = '') =>
    value === undefined ? ok(otherwise) : decoder(value, path)

/** A list of at most `max` items. */
export const list =
  <T>(decoder: Decoder<T>, max: number): Decoder<readonly T[]> =>
  (value, path = '') => {
    if (!Array.isArray(value) || value.length > max) return expected(`a list of at most ${max} items`, path)
    const items: T[] = []
    for (const [index, item] of value.entries()) {
      const read = decoder(item, `${path}/${index}`)
      if (!read.ok) return read
      items.push(read.value)
    }
    return ok(items)
  }

export const object =
  <T extends object>(fields: { readonly [K in keyof T]-?: Decoder<T[K]> }): Decoder<T> =>
  (value, path = '') => {
    if (!isRecord(value)) return expected('an object', path)
    const entries: [string, unknown][] = []
    for (const key of Object.keys(fields) as (keyof T & string)[]) {
      const read = fields[key](value[key], `${path}/${key}`)
      if (!read.ok) return read
      if (read.value !== undefined) entries.push([key, read.value])
    }
    // Every field of T was read by the decoder of that field.
    return ok(Object.fromEntries(entries) as T)
  }

/** Objects told apart by the string in their field `tag`. */
export const tagged =
  <T>(tag: string, cases: { readonly [name: string]: Decoder<T> }): Decoder<T> =>
  (value, path = '') => {
    const name = isRecord(value) ? value[tag] : undefined
    const decoder = typeof name === 'string' && Object.hasOwn(cases, name) ? cases[name] : undefined
    return decoder ? decoder(value, path) : expected(`one of ${Object.keys(cases).join(', ')}`, `${path}/${tag}`)
  }

/** Any JSON value that is at most `maxDepth` deep and `maxLength` characters long when written out. */
export const json =
  (maxLength: number, maxDepth: number): Decoder<Json> =>
  (value, path = '') => {
    if (!isJson(value, maxDepth)) return expected(`JSON of at most ${maxDepth} levels`, path)
    return JSON.stringify(value).length <= maxLength
      ? ok(value)
      : expected(`JSON of at most ${maxLength} characters`, path)
  }

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isJson = (value: unknown, depth: number): value is Json => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true
  if (typeof value === 'number') return Number.isFinite(value)
  if (depth <= 0) return false
  const inner = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : null
  return inner?.every((item) => isJson(item, depth - 1)) ?? false
}
