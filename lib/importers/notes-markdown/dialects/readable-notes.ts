import { readNotebook } from './notebook'

/** Notes as a person reads them, and where a stretch of the file stands in them. */
export interface ReadableNotes {
  readonly text: string
  /** Offsets in `text` of a range of the file. */
  readonly range: (from: number, to: number) => readonly [from: number, to: number]
}

/** First index whose value is not below `wanted`; the values never fall. */
const firstFrom = (values: readonly number[], wanted: number): number => {
  let [low, high] = [0, values.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}

/** A notebook's cells one behind the other; any other file as it is. */
export const readableNotes = (text: string, file: string): ReadableNotes => {
  const lines = /\.ipynb$/i.test(file) ? readNotebook(text) : null
  if (lines === null) return { text, range: (from, to) => [from, to] }
  /** For each character of the readable text, line breaks among them, its place in the file. */
  const places: number[] = []
  for (const line of lines) {
    const map = line.map ?? []
    for (let i = 0; i <= line.text.length; i++) places.push(Math.max(map[i] ?? line.at, places.at(-1) ?? 0))
  }
  return {
    text: lines.map((line) => line.text).join('\n'),
    range: (from, to) => {
      // A sign put in by the reading, such as a fence, has the place of what stands behind it.
      const start = Math.max(0, firstFrom(places, from + 1) - 1)
      return [start, Math.max(start, firstFrom(places, to))]
    },
  }
}
