import 'server-only'
import { randomBytes } from 'node:crypto'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Place } from '../db/adapter'
import { openDatabase } from '../db/client'
import { type Cell, type Column, openConnection } from '../db/connection'
import { knownMigrations, migrate } from '../db/migrate'
import { countOf, insertRows, tablesOf } from '../db/tables'
import { type Departure, repeatDepartures } from '../services/departures'
import { newEpoch } from '../services/store-epoch'
import { prepareSite } from './building-site'
import { type Contents, readContents } from './read-backup'

export interface Restored {
  readonly contents: Contents
  /** People who left after the backup was made, and have left again. */
  readonly departed: number
  /** Where what was there before is now; null where there was nothing. */
  readonly before: string | null
}

const rowsAtOnce = 500

/** Fills empty tables from a backup, in one transaction. */
const fill = async (place: Place, file: string): Promise<Result<Contents, string>> => {
  const connection = await openConnection(place)
  try {
    const tables = new Set(await tablesOf(connection))
    let waiting: { table: string; columns: readonly Column[]; rows: (readonly Cell[])[] } | null = null
    const flush = async () => {
      if (waiting && waiting.rows.length > 0) await insertRows(connection, waiting.table, waiting.columns, waiting.rows)
      waiting = null
    }
    const read = await readContents(file, {
      table: async (table) => {
        await flush()
        if (!tables.has(table))
          throw new Error(`The backup has a table ${table}, which its own migrations do not make.`)
      },
      row: async (table, columns, row) => {
        waiting ??= { table, columns, rows: [] }
        waiting.rows.push(row)
        if (waiting.rows.length >= rowsAtOnce) await flush()
      },
    })
    if (!read.ok) return read
    await flush()
    for (const { table, rows } of read.value.tables) {
      const found = await countOf(connection, table)
      if (found !== rows) return refuse(`Of ${rows} rows of ${table} only ${found} could be restored.`)
    }
    await connection.commit()
    return read
  } finally {
    await connection.close()
  }
}

/** Who has left the database that is about to be replaced; null where it cannot be read any more. */
const departuresOf = async (place: Place): Promise<readonly Departure[] | null> => {
  const db = openDatabase(place)
  try {
    return await db.departure.findMany({ orderBy: { at: 'asc' } })
  } catch {
    return null
  } finally {
    await db.$disconnect()
  }
}

/** Lets whoever has left leave again, and makes every device offer all its events again. */
const settle = async (place: Place, departures: readonly Departure[]): Promise<number> => {
  const db = openDatabase(place)
  try {
    const own = await db.departure.findMany({ orderBy: { at: 'asc' } })
    const departed = await repeatDepartures(db, [...own, ...departures])
    const epoch = newEpoch()
    await db.store.upsert({ where: { id: 1 }, create: { id: 1, epoch }, update: { epoch } })
    return departed
  } finally {
    await db.$disconnect()
  }
}

/**
 * Puts a backup in place of the database. It is built beside the old one, from the tables the backup was made of up to
 * today's, counted and checked; only then does it take the old one's place, which is kept. Until that moment nothing is
 * changed. The server must not run meanwhile.
 */
export const restoreBackup = async (place: Place, file: string): Promise<Result<Restored, string>> => {
  const contents = await readContents(file)
  if (!contents.ok) return contents
  const known = new Set(knownMigrations(place.dialect))
  const { migrations } = contents.value.head
  if (migrations.some((name) => !known.has(name))) {
    return refuse(`${file} was made by a newer Gradeck. Restore it with that version or a later one.`)
  }
  const site = await prepareSite(place, `restore_${randomBytes(4).toString('hex')}`)
  try {
    await migrate(site.place, migrations)
    const filled = await fill(site.place, file)
    if (!filled.ok) return filled
    await migrate(site.place)
    const departures = await departuresOf(place)
    const departed = await settle(site.place, departures ?? [])
    const fault = await site.check()
    if (fault !== null) return refuse(`The restored database is not sound: ${fault}`)
    return ok({ contents: filled.value, departed, before: await site.moveIn() })
  } finally {
    await site.clear()
  }
}
