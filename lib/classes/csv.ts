import Papa from 'papaparse'

export type CsvCell = string | number | null

/** Rows as comma separated text; what a spreadsheet would run as a formula is written as text. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `${Papa.unparse(
    rows.map((row) => row.map((cell) => cell ?? '')),
    { escapeFormulae: true, newline: '\r\n' },
  )}\r\n`
