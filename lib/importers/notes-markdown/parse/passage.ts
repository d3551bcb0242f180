import { type LinePart, offsetIn } from './line'

/** Parts of lines joined by line feeds, which knows where each character came from. */
export interface Passage {
  readonly raw: string
  readonly parts: readonly LinePart[]
  /** Start of each part in `raw`. */
  readonly starts: readonly number[]
}

export const makePassage = (parts: readonly LinePart[]): Passage => {
  const starts: number[] = []
  let length = 0
  for (const { from, to } of parts) {
    starts.push(length)
    length += to - from + 1
  }
  return { raw: parts.map(({ line, from, to }) => line.text.slice(from, to)).join('\n'), parts, starts }
}

/** Offset in the file of the edge before the character at `index`, or after it. */
const offsetAt = ({ parts, starts }: Passage, index: number, side: 0 | 1): number => {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((starts[middle] ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const part = parts[low]
  return part === undefined
    ? 0
    : offsetIn(part.line, Math.min(part.from + index - (starts[low] ?? 0) + side, part.line.text.length))
}

/** The file's offsets of a range of the passage that is not empty. */
export const rangeOf = (passage: Passage, from: number, to: number): readonly [number, number] => [
  offsetAt(passage, from, 0),
  offsetAt(passage, Math.max(from, to - 1), 1),
]
