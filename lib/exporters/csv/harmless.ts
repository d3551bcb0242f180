import { mayRun } from '@/lib/core/spreadsheet'

/** A cell of HTML that no spreadsheet runs: its first sign is written by its number, so that it reads the same everywhere else. */
export const harmlessHtml = (cell: string): string =>
  mayRun(cell) ? `&#${cell.codePointAt(0)};${cell.slice(1)}` : cell

/** The same for a name or names, around which space means nothing. */
export const harmlessName = (cell: string): string => (mayRun(cell) ? ` ${cell}` : cell)

/** A guid has to stay as it is, or be left to whoever reads the table: one that could call anything is left out. */
export const harmlessGuid = (guid: string): string => (mayRun(guid) && /[(|!]/.test(guid) ? '' : guid)
