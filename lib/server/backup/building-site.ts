import 'server-only'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../db/adapter'
import { openConnection } from '../db/connection'
import { runScript } from '../db/script'

/** Where a database is built beside the one in use, until it takes its place. */
export interface BuildingSite {
  readonly place: Place
  /** What is wrong with it; null when it is sound. */
  readonly check: () => Promise<string | null>
  /** Takes the old one's place. Returns where the old one is now, null where there was none. */
  readonly moveIn: () => Promise<string | null>
  /** Removes what is left of the site. */
  readonly clear: () => Promise<void>
}

const parts = ['', '-wal', '-shm'] as const

const siteOnDisk = (folder: string, name: string): BuildingSite => {
  const place: Place = { dialect: 'sqlite', folder: join(folder, name) }
  const file = join(folder, 'gradeck.db')
  mkdirSync(place.folder, { recursive: true, mode: 0o700 })
  return {
    place,
    check: async () => {
      const connection = await openConnection(place)
      try {
        const integrity = (await connection.read('PRAGMA integrity_check')).rows.map(([line]) => String(line))
        if (integrity.join() !== 'ok') return integrity.join('; ')
        const dangling = (await connection.read('PRAGMA foreign_key_check')).rows.length
        return dangling === 0 ? null : `${dangling} rows refer to others that are not there.`
      } finally {
        await connection.close()
      }
    },
    moveIn: async () => {
      // Everything must be in the one file before it is moved.
      await runScript(place, 'PRAGMA wal_checkpoint(TRUNCATE)')
      const before = existsSync(file) ? join(folder, `gradeck.db.before-${name}`) : null
      if (before !== null) {
        for (const part of parts) if (existsSync(`${file}${part}`)) renameSync(`${file}${part}`, `${before}${part}`)
      }
      renameSync(join(place.folder, 'gradeck.db'), file)
      return before
    },
    clear: async () => rmSync(place.folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}

const siteInSchema = async (home: Extract<Place, { dialect: 'postgresql' }>, name: string): Promise<BuildingSite> => {
  const connection = await openConnection(home)
  const current = String((await connection.read('SELECT current_schema()::text')).rows[0]?.[0] ?? 'public')
  await connection.close()
  await runScript(home, `CREATE SCHEMA "${name}"`)
  return {
    place: { ...home, schema: name },
    // PostgreSQL refuses a dangling reference when it is written.
    check: async () => null,
    moveIn: async () => {
      const before = `before_${name}`
      const swap = await openConnection(home)
      try {
        await swap.write(`ALTER SCHEMA "${current}" RENAME TO "${before}"`, [], [])
        await swap.write(`ALTER SCHEMA "${name}" RENAME TO "${current}"`, [], [])
        await swap.commit()
      } finally {
        await swap.close()
      }
      return `schema ${before}`
    },
    clear: () => runScript(home, `DROP SCHEMA IF EXISTS "${name}" CASCADE`),
  }
}

export const prepareSite = async (place: Place, name: string): Promise<BuildingSite> =>
  place.dialect === 'sqlite' ? siteOnDisk(place.folder, name) : siteInSchema(place, name)
