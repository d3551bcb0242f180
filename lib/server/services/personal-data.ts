import 'server-only'
import type { UserId } from '@/lib/core/id'
import type { Place } from '../db/adapter'
import type { Database } from '../db/client'
import { type Answer, type Cell, openConnection } from '../db/connection'
import { columnsOf, rowsOf, tablesOf } from '../db/tables'
import { withinLimit } from './limit'

const perHour = 12
const hourMs = 3_600_000

/** Whether somebody may have it now: each copy holds a connection to the database for as long as it is on its way. */
export const mayTakeData = (db: Database, userId: UserId, now: Date): Promise<boolean> =>
  withinLimit(db, { key: `data:${userId}`, most: perHour, windowMs: hourMs }, now)

/** Proofs of who somebody is: of no use to their owner, and of much to a thief of the file. */
const secret = /hash$|^auth$|^p256dh$/i
/** Columns whose JSON is opened, by table: others of the same name hold words. */
const opened: { readonly [table: string]: string } = { ReviewEvent: 'detail', CardState: 'state' }

const rowTexts = (table: string, { columns, rows }: Answer): readonly string[] => {
  const told = (name: string, cell: Cell): unknown =>
    opened[table] === name && typeof cell === 'string' ? (JSON.parse(cell) as unknown) : cell
  return rows.map((row) =>
    JSON.stringify(
      Object.fromEntries(
        columns.flatMap(({ name }, at) => (secret.test(name) ? [] : [[name, told(name, row[at] ?? null)]])),
      ),
    ),
  )
}

/**
 * Everything the database has of a person, of one moment, as the parts of a JSON text: their own row, and every row of every
 * table that names them. A table that is added later is part of it by itself.
 */
export async function* personalData(place: Place, userId: UserId, now: Date): AsyncGenerator<string, void> {
  const connection = await openConnection(place)
  try {
    yield `{"format":"gradeck-person-1","madeAt":${JSON.stringify(now.toISOString())}`
    for (const table of await tablesOf(connection)) {
      const names = (await columnsOf(connection, table)).map(({ name }) => name)
      const column = table === 'User' ? 'id' : 'userId'
      if (!names.includes(column)) continue
      yield `,\n${JSON.stringify(table)}:[`
      let first = true
      for await (const page of rowsOf(connection, table, { column, value: userId })) {
        yield `${first ? '' : ','}\n${rowTexts(table, page).join(',\n')}`
        first = false
      }
      yield ']'
    }
    yield '}\n'
  } finally {
    await connection.close()
  }
}
