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

/** The rows of a text after its headers, its line ends being `\n`; empty ones and comments, whose line begins with `#`, are left out. */
export const readRows = (text: string, headers: Headers): TextRows => {
  const body = text.split('\n').slice(headers.lines).join('\n')
  const start = body.slice(0, looked)
  const separator = headers.separator ?? likely.find((sign) => start.includes(sign)) ?? '\t'
  const rows: TextRow[] = []
  let unclosed: number | null = null
  let [line, read] = [headers.lines + 1, 0]
  Papa.parse<string[]>(body, {
    delimiter: separator,
    newline: '\n',
    // A quoted cell may well begin with the sign.
    comments: '#',
    step: ({ data: cells, errors, meta }) => {
      const whole = body.slice(read, meta.cursor)
      const breaks = (text: string) => text.match(/\n/g)?.length ?? 0
      const own = cells.reduce((sum, cell) => sum + breaks(cell), 0)
      // Lines passed over stand before the row.
      const first = line + breaks(whole.endsWith('\n') ? whole.slice(0, -1) : whole) - own
      line += breaks(whole)
      read = meta.cursor
      if (errors.some(({ code }) => code === 'MissingQuotes')) unclosed ??= first
      if (cells.some((cell) => cell.trim() !== '')) rows.push({ line: first, cells })
    },
  })
  return { rows, unclosed }
}
