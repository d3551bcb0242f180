import 'server-only'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { PrismaLibSql } from '@prisma/adapter-libsql'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import { databaseConnections } from '../env'
import { readingCatalogue } from './engine-adapter'

/** Which database to use: a file of our own, or a PostgreSQL somewhere. */
export type Place =
  | { readonly dialect: 'sqlite'; readonly folder: string }
  /** `schema` is another than the connection's own: a place to build something before anybody sees it. */
  | { readonly dialect: 'postgresql'; readonly url: string; readonly schema?: string }

/** How long a statement waits for another process to finish writing, ms. The wait blocks this process, so it is short and retried. */
const busyMs = 1_000

/**
 * The embedded database's file. Foreign keys and `synchronous=FULL` are libsql's defaults for each connection; it opens a
 * new one after every transaction, so setting them once would not last.
 */
const openFile = (folder: string): PrismaLibSql => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return new PrismaLibSql({ url: pathToFileURL(join(folder, 'gradeck.db')).href, timeout: busyMs })
}

const openPostgresql = (place: Extract<Place, { dialect: 'postgresql' }>, connections: number): PrismaPg => {
  const { url, schema } = place
  if (schema === undefined) return new PrismaPg({ connectionString: url, max: connections })
  // Statements of our own name no schema, the client's name theirs: both must mean this one.
  return new PrismaPg({ connectionString: url, max: connections, options: `-c search_path=${schema}` }, { schema })
}

/** Connections for the client. Makes the data folder where it is missing. */
export const makeAdapter = (place: Place): PrismaLibSql | PrismaPg =>
  place.dialect === 'sqlite' ? openFile(place.folder) : openPostgresql(place, databaseConnections())

/** Connections for the migration engine. */
export const makeMigrationAdapter = (place: Place): SqlMigrationAwareDriverAdapterFactory =>
  place.dialect === 'sqlite' ? openFile(place.folder) : readingCatalogue(openPostgresql(place, 2))

/** Write-ahead logging is a property of the file and outlives connections, so it is set once. */
export const prepareFile = async (place: Place): Promise<void> => {
  if (place.dialect !== 'sqlite') return
  const connection = await openFile(place.folder).connect()
  await connection.queryRaw({ sql: 'PRAGMA journal_mode = WAL', args: [], argTypes: [] })
  await connection.dispose()
}
