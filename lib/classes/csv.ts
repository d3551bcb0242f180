import Papa from 'papaparse'
import { formulaStart } from '@/lib/core/spreadsheet'

export type CsvCell = string | number | null

/** Rows as comma separated text; what a spreadsheet would run as a formula is written as text. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map((cell) => cell ?? '')),
    // Its own pattern lets a formula pass that has a line break in it.
    { escapeFormulae: formulaStart, newline: '\r\n' },
  )}\r\n`
