import type { Scalar } from 'yaml'
import type { Position } from '@/lib/core/diagnostic'
import { positionAt, positionOf, type YamlSource } from './source'

const escapeLengths: { readonly [letter: string]: number } = { x: 4, u: 6, U: 10 }

/** Raw length of each written character of a quoted scalar: an escape is one character and several units long. */
const rawOffset = (raw: string, double: boolean, wanted: number): number => {
  let at = 0
  for (let i = 0; i < wanted && at < raw.length; i++) {
    if (double && raw[at] === '\\') at += escapeLengths[raw[at + 1] ?? ''] ?? 2
    else if (!double && raw.startsWith("''", at)) at += 2
    else at += 1
  }
  return at
}

/**
 * Where a position inside a scalar's value stands in the document. Exact for one-line and literal block scalars; a scalar
 * folded over several lines answers with its start, since YAML has joined its lines.
 */
export const placeInScalar = (source: YamlSource, scalar: Scalar, within: Position): Position => {
  const start = scalar.range?.[0] ?? 0
  const raw = source.text.slice(start, scalar.range?.[1] ?? start)
  const first = positionOf(source, scalar)
  if (scalar.type === 'BLOCK_LITERAL') {
    const lines = raw.split('\n').slice(1)
    const indent = (lines.find((line) => line.trim() !== '') ?? '').search(/\S|$/)
    return { line: first.line + within.line, column: indent + within.column }
  }
  if (scalar.type === 'BLOCK_FOLDED' || raw.includes('\n')) return first
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE'
  if (!quoted) return positionAt(source, start + within.column - 1)
  return positionAt(source, start + 1 + rawOffset(raw.slice(1), scalar.type === 'QUOTE_DOUBLE', within.column - 1))
}
