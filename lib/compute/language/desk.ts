import { type Document, isAlias, isMap, isScalar, type LineCounter, type Node, type Pair, type Scalar } from 'yaml'
import type { Diagnostic } from '@/lib/core/diagnostic'
import { leftovers, plainText } from './cut'
import type { Place } from './program'
import { rowsOf } from './rows'
import { nearest } from './spelling'

/** A YAML text with what is needed to tell where in it something stands. */
export interface Source {
  readonly text: string
  readonly lines: LineCounter
  readonly file?: string
  /** Resolves aliases; without it they are refused. */
  readonly document?: Document
}

/** What all readers of one program share. */
export interface Desk {
  readonly source: Source
  readonly diagnostics: Diagnostic[]
}

/** One entry of a map: its key as text and the node of its value. */
export interface Field {
  readonly key: string
  readonly keyNode: Node
  readonly value: Node | null
  readonly path: string
}

export const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/** Where a node stands. A scalar written as it reads is exact: spans inside it can be told. */
export const placeOf = (desk: Desk, node: Node | null, path: string): Place => {
  const { text, lines, file } = desk.source
  const rows = isScalar(node) ? rowsOf(node, { text, lines }) : null
  const start = lines.linePos(node?.range?.[0] ?? 0)
  const { line, column } = rows?.[0] ?? { line: start.line, column: start.col }
  return {
    ...(file === undefined ? {} : { file }),
    path,
    line: Math.max(1, line),
    column: Math.max(1, column),
    exact: rows !== null,
    ...(rows !== null && rows.length > 1 ? { rows } : {}),
  }
}

/** Tells a fault at the start of a node. */
export const tell = (desk: Desk, node: Node | null, path: string, message: string, hint: string): null => {
  const { exact: _, rows: __, ...place } = placeOf(desk, node, path)
  const { line, col } = desk.source.lines.linePos(node?.range?.[0] ?? 0)
  desk.diagnostics.push({
    severity: 'error',
    ...place,
    line: Math.max(1, line),
    column: Math.max(1, col),
    message,
    hint,
  })
  return null
}

/** The node an alias stands for, or the node itself; null after telling an alias that stands for nothing. */
export const resolve = (desk: Desk, node: Node | null, path: string): Node | null => {
  if (!isAlias(node)) return node
  const target = desk.source.document === undefined ? undefined : node.resolve(desk.source.document)
  if (target !== undefined) return target
  return tell(
    desk,
    node,
    path,
    `"*${node.source}" refers to an anchor that is not set above it.`,
    'Quote an expression that starts with *, or write the value out.',
  )
}

const keyOf = (pair: Pair<unknown, unknown>): { readonly key: string; readonly keyNode: Scalar } | null =>
  isScalar(pair.key) ? { key: pair.key.source ?? String(pair.key.value), keyNode: pair.key } : null

/** The fields of a map in order, duplicates told and dropped; null after telling that it is no map. */
export const fieldsOf = (desk: Desk, at: Node | null, path: string, what: string): readonly Field[] | null => {
  const node = resolve(desk, at, path)
  if (node === null && at !== null) return null
  if (!isMap(node)) return tell(desk, at, path, `${what} should be a map.`, 'Write it as "name: value" pairs.')
  const seen = new Set<string>()
  const fields: Field[] = []
  const cut = leftovers(
    node.items.map(({ key, value }) =>
      value === null ? { text: plainText(key), whole: false } : { text: plainText(value), whole: true },
    ),
  )
  for (const [i, pair] of node.items.entries()) {
    if (cut[i]) continue
    const named = keyOf(pair)
    if (named === null) {
      tell(desk, node, path, `${what} has a key that is not a word.`, 'Write keys as plain words.')
      continue
    }
    const { key, keyNode } = named
    const field = { key, keyNode, value: nodeOf(pair.value), path: pointer(path, key) }
    if (seen.has(key))
      tell(desk, keyNode, field.path, `"${key}" is written twice.`, 'Keep one of them, or rename the second.')
    else fields.push(field)
    seen.add(key)
  }
  return fields
}

/** yaml types a map's values as `unknown`; a parsed document holds only nodes and null. */
export const nodeOf = (value: unknown): Node | null =>
  value !== null && typeof value === 'object' && 'range' in value ? (value as Node) : null

/** Tells every field whose key is not known here. */
export const refuseUnknown = (desk: Desk, fields: readonly Field[], known: readonly string[], what: string): void => {
  for (const { key, keyNode, path } of fields) {
    if (known.includes(key)) continue
    const meant = nearest(key, known)
    tell(
      desk,
      keyNode,
      path,
      `${what} has no field "${key.slice(0, 60)}".`,
      meant === null ? `Known fields: ${known.join(', ')}.` : `Did you mean "${meant}"?`,
    )
  }
}

export const fieldIn = (fields: readonly Field[], key: string): Field | null =>
  fields.find((field) => field.key === key && !isNothing(field.value)) ?? null

export const isNothing = (node: Node | null): boolean => node === null || (isScalar(node) && node.value === null)
