import type { Position } from '@/lib/core/diagnostic'
import type { SourceSpan } from '../proposal'

/** A text with its line starts. A line ends at LF, CR LF or CR; a byte order mark is the first character of line 1. */
export interface Source {
  readonly text: string
  readonly position: (offset: number) => Position
  readonly span: (from: number, to: number) => SourceSpan
}

const lineStarts = (text: string): readonly number[] => {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return starts
}

export const makeSource = (text: string): Source => {
  const starts = lineStarts(text)
  const position = (offset: number): Position => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
  }
  return {
    text,
    position,
    span: (from, to) => ({ start: position(from), end: position(to), from, to, text: text.slice(from, to) }),
  }
}
