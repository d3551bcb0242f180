import type { Line, LinePart } from './line'

/** Columns before a place, a tab to the next multiple of 4. */
export const widthOf = (text: string, to: number): number => {
  let width = 0
  for (let i = 0; i < to; i++) width = text.charCodeAt(i) === 9 ? width + 4 - (width % 4) : width + 1
  return width
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 9

export const firstSign = (text: string, from: number): number => {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  return at
}

/** Behind the last sign that is not blank. */
export const lastSign = (text: string): number => {
  let at = text.length
  while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--
  return at
}

/** A line from a place to its last sign. */
export const partFrom = (line: Line, from: number): LinePart => ({
  line,
  from,
  to: Math.max(from, lastSign(line.text)),
})

/** Lines without up to `indent` columns of white space before them. */
export const dedent = (texts: readonly string[], indent: number): string =>
  texts
    .map((text) => {
      let at = 0
      for (let width = 0; width < indent && at < text.length && isBlank(text.charCodeAt(at)); at++)
        width = text.charCodeAt(at) === 9 ? width + 4 - (width % 4) : width + 1
      return text.slice(at).trimEnd()
    })
    .join('\n')
