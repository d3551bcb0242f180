import 'server-only'
import { Prisma } from '@/prisma/generated/sqlite/client'
import type { Transaction } from './client'

type Cell = string | number | bigint | boolean | Date | null
/** Rows of one table: every one of them names the same columns. */
export type Rows = readonly { readonly [column: string]: Cell }[]

/** SQLite binds at most 32,766 values at once. */
const mostCells = 30_000

const name = (text: string) => Prisma.raw(`"${text}"`)

const onKnown = (changed: readonly string[]) =>
  changed.length === 0
    ? Prisma.sql`NOTHING`
    : Prisma.sql`UPDATE SET ${Prisma.join(changed.map((column) => Prisma.sql`${name(column)} = excluded.${name(column)}`))}`

const onlyNewer = (table: string, columns: readonly string[]) =>
  columns.length === 0
    ? Prisma.empty
    : Prisma.sql` WHERE (${Prisma.join(columns.map((column) => Prisma.sql`excluded.${name(column)}`))}) > (${Prisma.join(
        columns.map((column) => Prisma.sql`${name(table)}.${name(column)}`),
      )})`

/**
 * Writes many rows in one statement of the SQL both databases share: the client's own `createMany` costs several times as
 * much, and it has none that replaces. With `key`, a row that has it already takes the new values, or those of `takes` alone;
 * with `newer`, only where these columns, read as one value, are greater than its own. Returns how many rows were written.
 */
export const writeRows = async (
  tx: Transaction,
  table: string,
  rows: Rows,
  key: readonly string[] | null = null,
  newer: readonly string[] = [],
  takes: readonly string[] | null = null,
): Promise<number> => {
  const [first] = rows
  if (!first) return 0
  const columns = Object.keys(first)
  const step = Math.floor(mostCells / columns.length)
  const names = Prisma.join(columns.map(name))
  const changed = takes ?? columns.filter((column) => !key?.includes(column))
  const conflict =
    key === null
      ? Prisma.empty
      : Prisma.sql` ON CONFLICT (${Prisma.join(key.map(name))}) DO ${onKnown(changed)}${onlyNewer(table, newer)}`
  let written = 0
  for (let from = 0; from < rows.length; from += step) {
    const values = rows
      .slice(from, from + step)
      .map((row) => Prisma.sql`(${Prisma.join(columns.map((column) => row[column] ?? null))})`)
    written += await tx.$executeRaw(
      Prisma.sql`INSERT INTO ${name(table)} (${names}) VALUES ${Prisma.join(values)}${conflict}`,
    )
  }
  return written
}
