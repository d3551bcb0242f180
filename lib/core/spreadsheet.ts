/** What a spreadsheet takes for the beginning of a formula, in full-width forms too. */
export const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

const number = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i

/** Whether a spreadsheet would run a cell: a plain number may begin like a formula and is none. */
export const mayRun = (cell: string): boolean => formulaStart.test(cell) && !number.test(cell)
