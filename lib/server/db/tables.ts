import 'server-only'
import type { Answer, Cell, Column, Connection } from './connection'

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
const places = (connection: Connection, count: number, from = 0): readonly string[] =>
  Array.from({ length: count }, (_, at) => (connection.dialect === 'sqlite' ? '?' : `$${from + at + 1}`))

const catalogue = {
  sqlite: {
    tables: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_prisma%' ESCAPE '\\' ORDER BY name`,
    references: `SELECT m.name AS child, f."table" AS parent FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    key: `SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk`,
  },
  postgresql: {
    tables: `SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name NOT LIKE '\\_prisma%' ORDER BY 1`,
    references: `SELECT c.relname::text AS child, p.relname::text AS parent FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace`,
    key: `SELECT a.attname::text AS name FROM pg_index i JOIN unnest(i.indkey) WITH ORDINALITY AS k(attnum, place) ON true JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum WHERE i.indisprimary AND i.indrelid = quote_ident($1)::regclass ORDER BY k.place`,
  },
} as const

const texts = ({ rows }: Answer): readonly string[] => rows.map(([name]) => String(name))

/** Every table, those that others refer to first, so that rows can be written back in this order. */
export const tablesOf = async (connection: Connection): Promise<readonly string[]> => {
  const { tables, references } = catalogue[connection.dialect]
  const names = texts(await connection.read(tables))
  const pairs = (await connection.read(references)).rows.map(
    ([child, parent]) => [String(child), String(parent)] as const,
  )
  const ordered: string[] = []
  const visit = (name: string, above: readonly string[]): void => {
    if (ordered.includes(name) || above.includes(name)) return
    for (const [child, parent] of pairs) if (child === name) visit(parent, [...above, name])
    ordered.push(name)
  }
  for (const name of names) visit(name, [])
  return ordered
}

export const columnsOf = async (connection: Connection, table: string): Promise<readonly Column[]> =>
  (await connection.read(`SELECT * FROM ${quoted(table)} LIMIT 0`)).columns

const pageSize = 1_000

/** All rows of a table, or those with a value in a column, page by page in the order of its key. */
export async function* rowsOf(
  connection: Connection,
  table: string,
  only: { readonly column: string; readonly value: string } | null = null,
): AsyncGenerator<Answer> {
  const key = texts(await connection.read(catalogue[connection.dialect].key, [table]))
  if (key.length === 0) throw new Error(`The table ${table} has no primary key.`)
  const names = key.map(quoted).join(', ')
  let after: readonly (string | number)[] | null = null
  for (;;) {
    const args: (string | number)[] = [...(only ? [only.value] : []), ...(after ?? [])]
    const [own, ...rest] = places(connection, args.length)
    const behind = only ? rest : [own, ...rest]
    const conditions = [
      ...(only ? [`${quoted(only.column)} = ${own}`] : []),
      ...(after ? [`(${names}) > (${behind.join(', ')})`] : []),
    ]
    const where = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : ''
    const answer = await connection.read(
      `SELECT * FROM ${quoted(table)}${where} ORDER BY ${names} LIMIT ${pageSize}`,
      args,
    )
    if (answer.rows.length > 0) yield answer
    const last: readonly Cell[] | undefined = answer.rows.at(-1)
    if (answer.rows.length < pageSize || !last) return
    after = key.map((name) => {
      const value = last[answer.columns.findIndex((column) => column.name === name)]
      return typeof value === 'number' ? value : String(value)
    })
  }
}

export const countOf = async (connection: Connection, table: string): Promise<number> =>
  Number((await connection.read(`SELECT COUNT(*) AS n FROM ${quoted(table)}`)).rows[0]?.[0])

/** SQLite binds at most 32,766 values at once. */
const mostCells = 20_000

/** Writes rows into a table as they were read. */
export const insertRows = async (
  connection: Connection,
  table: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Promise<void> => {
  const names = columns.map(({ name }) => quoted(name)).join(', ')
  const kinds = columns.map(({ kind }) => kind)
  const step = Math.max(1, Math.floor(mostCells / columns.length))
  for (let from = 0; from < rows.length; from += step) {
    const part = rows.slice(from, from + step)
    const values = part.map((_, at) => `(${places(connection, columns.length, at * columns.length).join(', ')})`)
    await connection.write(
      `INSERT INTO ${quoted(table)} (${names}) VALUES ${values.join(', ')}`,
      part.flat(),
      part.flatMap(() => kinds),
    )
  }
}
