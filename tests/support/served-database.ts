import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Place } from '@/lib/server/db/adapter'
import { scratchPostgresql } from '@/lib/server/db/scratch'

/** A data folder and a database for a server of its own; nothing is published in it. */
export interface ServedDatabase {
  readonly folder: string
  readonly place: Place
  /** What the server must be started with. */
  readonly env: Readonly<Record<string, string>>
  readonly discard: () => Promise<void>
}

const folderOf = (): string => mkdtempSync(join(tmpdir(), 'gradeck-served-'))
const remove = (folder: string): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })

const servedSqlite = async (): Promise<ServedDatabase> => {
  const folder = folderOf()
  const place = { dialect: 'sqlite', folder } as const
  return { folder, place, env: { CONTENT_DIR: folder }, discard: async () => remove(folder) }
}

const servedPostgresql = async (server: string): Promise<ServedDatabase> => {
  const folder = folderOf()
  const { place, discard } = await scratchPostgresql(server)
  if (place.dialect !== 'postgresql') throw new Error('a PostgreSQL was asked for')
  return {
    folder,
    place,
    env: { CONTENT_DIR: folder, DATABASE_URL: place.url },
    discard: async () => {
      remove(folder)
      await discard()
    },
  }
}

const postgresql = process.env.GRADECK_TEST_POSTGRES

/** The databases a server can be tried on here; PostgreSQL where GRADECK_TEST_POSTGRES names one. */
export const servedDatabases: readonly { readonly name: string; readonly make: () => Promise<ServedDatabase> }[] = [
  { name: 'SQLite', make: servedSqlite },
  ...(postgresql ? [{ name: 'PostgreSQL', make: () => servedPostgresql(postgresql) }] : []),
]

/** Does the work over a fresh PostgreSQL: what several processes or a whole room's bar ask for. */
export const onPostgresql = async <T>(work: (served: ServedDatabase) => Promise<T>): Promise<T> => {
  if (!postgresql) throw new Error('This needs a PostgreSQL: name one in GRADECK_TEST_POSTGRES.')
  const served = await servedPostgresql(postgresql)
  return work(served).finally(served.discard)
}
