import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  visit,
  type YAMLSeq,
} from 'yaml'
import type { Json } from '@/lib/core/json'

export type FieldPath = readonly (string | number)[]

const options = { version: '1.2', schema: 'core', uniqueKeys: false, prettyErrors: false, logLevel: 'error' } as const

const readItem = (text: string): { readonly document: Document; readonly list: YAMLSeq } | null => {
  const document = parseDocument(text, options)
  return document.errors.length === 0 && isSeq(document.contents) && isMap(document.contents.items[0])
    ? { document, list: document.contents }
    : null
}

/** An entry of a file of cards as plain data, for a form; null while it cannot be read. */
export const itemValue = (text: string): Json | null => {
  const read = readItem(text)
  // What YAML 1.2 reads is JSON.
  return read === null ? null : ((read.list.toJSON() as readonly Json[])[0] ?? null)
}

/** A value that stands on one line is put over the old one, so that not a blank around it changes; null for any other. */
const splice = (document: Document, text: string, path: FieldPath, value: Json | undefined): string | null => {
  const at = [0, ...path]
  const old = document.getIn(at, true)
  const [from, to] = (isScalar(old) && old.range) || []
  if (from === undefined || to === undefined || value === undefined || value === null || typeof value === 'object')
    return null
  if (String(value).includes('\n') || text.slice(from, to).includes('\n')) return null
  const within = at.slice(0, -1).map((_, i) => document.getIn(at.slice(0, i + 1), true))
  const inFlow = within.some((node) => isCollection(node) && node.flow === true)
  const written =
    typeof value !== 'string'
      ? String(value)
      : inFlow
        ? JSON.stringify(value)
        : stringify(value, { lineWidth: 0 }).trim()
  return written.includes('\n') ? null : text.slice(0, from) + written + text.slice(to)
}

/**
 * Calls a field by another name, in its place and with all that is written in it. Null while the entry cannot be read, there is
 * no such field, or one of that name stands beside it.
 */
export const renameInItem = (text: string, path: FieldPath, name: string): string | null => {
  const read = readItem(text)
  const parent = read?.document.getIn([0, ...path.slice(0, -1)], true)
  if (!isMap(parent) || parent.has(name)) return null
  const key = parent.items.find((pair) => isScalar(pair.key) && pair.key.value === path.at(-1))?.key
  const [from, to] = (isScalar(key) && key.range) || []
  if (from === undefined || to === undefined) return null
  return text.slice(0, from) + stringify(name).trim() + text.slice(to)
}

/** A new value in the style of the old one; a list of numbers stands on one line, as authors write it. */
const asWritten = (made: Node, old: unknown): Node => {
  if (isCollection(made) && isCollection(old) && old.flow === true) made.flow = true
  visit(made, {
    Seq: (_, list) => {
      if (list.items.length > 0 && list.items.every((one) => isScalar(one) && typeof one.value === 'number'))
        list.flow = true
    },
  })
  return made
}

/** The end of an entry's last line with the blank lines below it. */
const linesBelow = (text: string): string => {
  const space = text.slice(text.trimEnd().length)
  return space.endsWith('\n') ? space.slice(space.indexOf('\n')) : '\n'
}

/**
 * Puts a value into a field of an entry and leaves the rest as its author wrote it, comments too. `undefined` removes the
 * field. Null while the entry cannot be read.
 */
export const editItem = (text: string, path: FieldPath, value: Json | undefined): string | null => {
  const read = readItem(text)
  if (read === null) return null
  const { document } = read
  const spliced = splice(document, text, path, value)
  if (spliced !== null) return spliced
  if (value === undefined) document.deleteIn([0, ...path])
  else document.setIn([0, ...path], asWritten(document.createNode(value), document.getIn([0, ...path], true)))
  const written = document.toString({ lineWidth: 0, flowCollectionPadding: true })
  return written.replace(/\n+$/, '') + linesBelow(text)
}
