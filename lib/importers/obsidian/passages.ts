/** Lines that follow each other without a blank one, under their headings. */
export interface Passage {
  readonly line: number
  readonly lines: readonly string[]
  readonly heading: readonly string[]
  /** Of `#flashcards/a/b`, the nearest before it: `a`, `b`. */
  readonly deck: readonly string[]
}

const deckTag = /(?:^|\s)#flashcards((?:\/[\p{L}\p{N}_-]+)*)(?=\s|$)/u
const fence = /^\s*(`{3,}|~{3,})/

/** A note's passages. Code is part of the passage it stands in, and blank lines within it end nothing. */
export const passagesOf = (lines: readonly string[], firstLine: number): readonly Passage[] => {
  const passages: Passage[] = []
  const heading: string[] = []
  let deck: readonly string[] = []
  let open: string[] = []
  let start = firstLine
  let fenced: string | null = null
  const end = () => {
    if (open.some((line) => line.trim() !== ''))
      passages.push({ line: start, lines: open, heading: heading.filter(Boolean), deck })
    open = []
  }
  lines.forEach((line, i) => {
    const edge = fence.exec(line)?.[1]
    if (edge !== undefined) fenced = fenced === null ? edge : edge.startsWith(fenced) ? null : fenced
    const title = fenced === null && edge === undefined ? /^(#{1,6})\s([\s\S]*)$/.exec(line) : null
    if (title !== null) {
      end()
      const level = (title[1] ?? '').length
      heading.length = Math.min(heading.length, level - 1)
      heading[level - 1] = (title[2] ?? '')
        .trim()
        .replace(/(?<!#)#+$/, '')
        .replace(/(?:^|\s)#[\p{L}\p{N}_/-]+/gu, '')
        .trim()
      return
    }
    const tag = fenced === null ? deckTag.exec(line) : null
    if (tag !== null) deck = (tag[1] ?? '').split('/').filter(Boolean)
    const bare = tag === null ? line : line.replace(deckTag, ' ').trim()
    if (fenced === null && edge === undefined && bare.trim() === '') {
      // A line that only names the deck ends nothing that is not over anyway.
      end()
      return
    }
    if (open.length === 0) start = firstLine + i
    open.push(bare)
  })
  end()
  return passages
}
