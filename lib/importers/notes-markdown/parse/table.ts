import type { Line, LinePart } from './line'

const delimiter = /^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*){0,200}\|?[ \t]*$/

export const isDelimiterRow = (text: string): boolean =>
  text.includes('-') && text.includes('|') && delimiter.test(text)

/** A table of more columns is no table a card comes from. */
const mostCells = 50

export const cellsOf = (line: Line, from: number): LinePart[] => {
  const { text } = line
  const cells: LinePart[] = []
  let start = text.charAt(from) === '|' ? from + 1 : from
  const push = (to: number) => {
    let [a, b] = [start, to]
    while (a < b && text.charAt(a).trim() === '') a++
    while (b > a && text.charAt(b - 1).trim() === '') b--
    if (cells.length < mostCells) cells.push({ line, from: a, to: b })
  }
  for (let i = start; i < text.length; i++) {
    if (text.charAt(i) === '\\') i++
    else if (text.charAt(i) === '|') {
      push(i)
      start = i + 1
    }
  }
  if (text.slice(start).trim() !== '') push(text.length)
  return cells
}
