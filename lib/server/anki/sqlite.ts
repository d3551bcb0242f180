import 'server-only'
import initSqlJs from 'sql.js'
import { refused } from '@/lib/importers/anki/archive/refusal'
import type { Cell, OpenTables } from '@/lib/importers/anki/collection/tables'

let loading: ReturnType<typeof initSqlJs> | undefined

const load = () => {
  loading ??= initSqlJs()
  return loading
}

const damaged = () => refused('damaged', 'The collection is damaged.', 'Use "Check Database" in Anki and export again.')

/** Reads SQLite databases in memory, apart from every file of this server. */
export const loadTables = async (): Promise<OpenTables> => {
  const { Database } = await load()
  return (bytes) => {
    const db = new Database(bytes)
    return {
      *rows(sql): Iterable<readonly Cell[]> {
        try {
          const statement = db.prepare(sql)
          try {
            while (statement.step()) yield statement.get()
          } finally {
            statement.free()
          }
        } catch (error) {
          // The library throws plain errors with SQLite's own words.
          if (error instanceof Error && error.constructor === Error) throw damaged()
          throw error
        }
      },
      close: () => db.close(),
    }
  }
}

/** Makes a database in memory by statements; its bytes. */
export const writeTables = async (
  statements: readonly string[],
  tables: Iterable<{ readonly insert: string; readonly rows: Iterable<readonly (number | string)[]> }>,
): Promise<Uint8Array> => {
  const { Database } = await load()
  const db = new Database()
  try {
    db.run('begin')
    for (const statement of statements) db.run(statement)
    for (const { insert, rows } of tables) {
      const prepared = db.prepare(insert)
      for (const row of rows) prepared.run([...row])
      prepared.free()
    }
    db.run('commit')
    return db.export()
  } finally {
    db.close()
  }
}
