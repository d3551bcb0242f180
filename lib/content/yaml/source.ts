import type { LineCounter, Node } from 'yaml'
import type { Position } from '@/lib/core/diagnostic'

/** A YAML text with what is needed to tell where in it something stands. */
export interface YamlSource {
  readonly file: string
  readonly text: string
  readonly lines: LineCounter
}

/** Line and column of an offset, from 1. */
export const positionAt = (source: YamlSource, offset: number): Position => {
  const { line, col } = source.lines.linePos(offset)
  return { line: Math.max(1, line), column: Math.max(1, col) }
}

export const positionOf = (source: YamlSource, node: Node | null | undefined): Position =>
  positionAt(source, node?.range?.[0] ?? 0)
