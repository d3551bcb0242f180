import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { differenceTo } from '@/lib/server/db/compare'
import { migrationsFolder, readSchema } from '@/lib/server/db/dialects'
import { migrate } from '@/lib/server/db/migrate'
import { type Scratch, scratchPostgresql, scratchSqlite } from '@/lib/server/db/scratch'
import type { Command } from './command'

const write = async (scratch: Scratch, name: string): Promise<void> => {
  const { dialect } = scratch.place
  try {
    await migrate(scratch.place)
    const sql = await differenceTo(scratch.place, readSchema(dialect))
    if (sql === '') {
      console.log(`${dialect}: the models have not changed.`)
      return
    }
    const folder = migrationsFolder(dialect)
    mkdirSync(folder, { recursive: true })
    const next = readdirSync(folder).filter((entry) => /^\d/.test(entry)).length + 1
    const file = join(folder, `${String(next).padStart(4, '0')}_${name}`, 'migration.sql')
    mkdirSync(dirname(file))
    writeFileSync(file, `${sql}\n`)
    writeFileSync(join(folder, 'migration_lock.toml'), `provider = "${dialect}"\n`)
    console.log(`${dialect}: wrote ${file}`)
  } finally {
    await scratch.discard()
  }
}

/** Writes the SQL that leads from the last migration to today's models, for both databases. */
export const migration: Command = {
  usage: 'migration NAME',
  run: async ([name]) => {
    const url = process.env.DATABASE_URL
    if (name === undefined || !/^[a-z0-9_]+$/.test(name) || !url) {
      console.error(
        'A migration needs a name of lower-case letters, digits and _, and DATABASE_URL naming a PostgreSQL that may create a scratch database.',
      )
      return 2
    }
    await write(await scratchSqlite(), name)
    await write(await scratchPostgresql(url), name)
    return 0
  },
}
