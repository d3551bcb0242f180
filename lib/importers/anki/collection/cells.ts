import type { Cell } from './tables'

/** Cells of a row by place; SQLite lets any cell hold anything, so whatever else is there reads as nothing. */
export const numberAt = (row: readonly Cell[], at: number): number => {
  const cell = row[at]
  const value = typeof cell === 'string' ? Number(cell) : cell
  return typeof value === 'number' && Number.isFinite(value) ? value : 0
}

export const textAt = (row: readonly Cell[], at: number): string => {
  const cell = row[at]
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : ''
}

export const bytesAt = (row: readonly Cell[], at: number): Uint8Array => {
  const cell = row[at]
  return cell instanceof Uint8Array ? cell : new Uint8Array()
}

/** An object's entries, whatever JSON the text is. */
export const entriesOf = (value: unknown): readonly (readonly [string, unknown])[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : []

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const inside = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => new Map(entriesOf(at)).get(key), value)

export const asNumber = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

export const asText = (value: unknown): string => (typeof value === 'string' ? value : '')

export const asNumbers = (value: unknown): readonly number[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => asNumber(one) ?? []) : []
