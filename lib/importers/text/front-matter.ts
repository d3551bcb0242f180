export interface Fronted {
  /** Between the two lines of dashes; empty where there are none. */
  readonly front: string
  readonly lines: readonly string[]
  /** Number of the first of `lines`, from 1. */
  readonly firstLine: number
}

/** A Markdown file's lines without the block between `---` lines that some programs put before it. */
export const splitFront = (text: string): Fronted => {
  const lines = text.split('\n')
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') : -1
  if (end < 0) return { front: '', lines, firstLine: 1 }
  return { front: lines.slice(1, end).join('\n'), lines: lines.slice(end + 1), firstLine: end + 2 }
}
