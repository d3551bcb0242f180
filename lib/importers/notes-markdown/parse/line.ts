/** One line of notes without its ending, and where each of its characters stands in the file. */
export interface Line {
  readonly text: string
  /** Offset in the file of the first character. */
  readonly at: number
  /** Offset of each character where the file is not the text itself (notebooks); null where they follow each other. */
  readonly map: readonly number[] | null
}

/** Part of a line. */
export interface LinePart {
  readonly line: Line
  readonly from: number
  readonly to: number
}

export const offsetIn = ({ at, map }: Line, column: number): number =>
  map === null ? at + column : (map[column] ?? at)

/** Lines of plain text. */
export const splitLines = (text: string, from = 0): Line[] => {
  const lines: Line[] = []
  let start = from
  for (let i = from; i <= text.length; i++) {
    const unit = i === text.length ? 10 : text.charCodeAt(i)
    if (unit !== 10 && unit !== 13) continue
    lines.push({ text: text.slice(start, i), at: start, map: null })
    if (unit === 13 && text.charCodeAt(i + 1) === 10) i++
    start = i + 1
  }
  return lines
}
