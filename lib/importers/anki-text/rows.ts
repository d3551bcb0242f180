import Papa from 'papaparse'
import type { Headers } from './headers'

export interface TextRow {
  /** Counted from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface TextRows {
  readonly rows: readonly TextRow[]
  /** Line of a quoted cell that is not closed; null where there is none. */
  readonly unclosed: number | null
}

/** In the order in which they are looked for. */
const likely = ['\t', '|', ';', ':', ',', ' ']
const looked = 8192

/** The rows of a text after its headers, its line ends being `\n`; empty ones and those that begin with `#` are left out. */
export const readRows = (text: string, headers: Headers): TextRows => {
  const body = text.split('\n').slice(headers.lines).join('\n')
  const start = body.slice(0, looked)
  const separator = headers.separator ?? likely.find((sign) => start.includes(sign)) ?? '\t'
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n', skipEmptyLines: false })
  let line = headers.lines + 1
  const all = data.map((cells) => {
    const first = line
    line += 1 + cells.reduce((breaks, cell) => breaks + (cell.match(/\n/g)?.length ?? 0), 0)
    return { line: first, cells }
  })
  const fault = errors.find(({ code }) => code === 'MissingQuotes')
  return {
    rows: all.filter(({ cells }) => !cells.every((cell) => cell.trim() === '') && !cells[0]?.startsWith('#')),
    unclosed: fault === undefined ? null : (all[fault.row ?? 0]?.line ?? headers.lines + 1),
  }
}
