/** One entry of a file's list of cards, as lines of its text. */
export interface CardItem {
  /** First line, from 1. */
  readonly line: number
  /** Lines it takes, blank ones below it included. */
  readonly lines: number
  /** Offsets in the file, the last exclusive. */
  readonly from: number
  readonly to: number
  /** As written, ends of lines included. */
  readonly text: string
}

export interface CardItems {
  /** What stands before the first entry: comments, or nothing. */
  readonly head: string
  readonly items: readonly CardItem[]
}

/**
 * Cuts a file of cards at its entries without reading YAML, so that a change of one card leaves the others as they were.
 * Null where the text is no plain list, e.g. JSON: then only the whole can be read.
 */
export const cutItems = (text: string): CardItems | null => {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '' && !/^\s*#/.test(line) && !/^---\s*$/.test(line))
  if (first < 0) return { head: text, items: [] }
  const indent = /^( *)-(?: |$)/.exec(lines[first] ?? '')?.[1]
  if (indent === undefined) return null
  const opens = (line: string) => line.startsWith(`${indent}- `) || line === `${indent}-`
  const starts = lines.flatMap((line, i) => (i >= first && opens(line) ? [i] : []))
  const offsets: number[] = [0]
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1)
  const items = starts.map((start, i): CardItem => {
    const end = starts[i + 1] ?? lines.length
    const from = offsets[start] ?? 0
    const to = Math.min(offsets[end] ?? text.length, text.length)
    return { line: start + 1, lines: end - start, from, to, text: text.slice(from, to) }
  })
  return { head: text.slice(0, items[0]?.from ?? 0), items }
}
