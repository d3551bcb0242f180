import 'server-only'
import { PrismaClient as PostgresqlClient } from '@/prisma/generated/postgresql/client'
import { type Prisma, PrismaClient as SqliteClient } from '@/prisma/generated/sqlite/client'
import { databasePlace } from '../env'
import { makeAdapter, type Place } from './adapter'
import { withRetry } from './retry'

/** The smaller of the two clients is the common type: what it cannot say, no query may use. */
export type Database = SqliteClient
/** A database inside a transaction. */
export type Transaction = Prisma.TransactionClient

const embedded = new WeakSet<Database>()

/** Whether the database is a file of our own, which one at a time may write to. */
export const isEmbedded = (db: Database): boolean => embedded.has(db)

const dialects = new WeakMap<Database, Place['dialect']>()

/** Which of the two databases this is, for the few statements that each says in its own way. */
export const dialectOf = (db: Database): Place['dialect'] => dialects.get(db) ?? databasePlace().dialect

export const openDatabase = (place: Place): Database => {
  const db = connect(place)
  dialects.set(db, place.dialect)
  return db
}

const connect = (place: Place): Database => {
  const options = { adapter: makeAdapter(place), transactionOptions: { maxWait: 20_000, timeout: 20_000 } }
  if (place.dialect === 'sqlite') {
    const db = new SqliteClient(options)
    embedded.add(db)
    return db
  }
  // Both are generated from the same models, and this one can do all the other can.
  return new PostgresqlClient(options) as unknown as Database
}

const shared = Symbol.for('gradeck.database')

/**
 * This process's database. Kept on the global object: the server's start and the application's bundles are separate module
 * graphs, and two clients in one process would block each other's embedded database.
 */
export const database = (): Database => {
  const place = globalThis as { [shared]?: Database }
  place[shared] ??= openDatabase(databasePlace())
  return place[shared]
}

/**
 * All or nothing, tried again while the database is busy; so the work must not touch anything but the transaction. Work that
 * reads and then writes should write first: it then waits for its turn instead of failing halfway.
 */
export const inTransaction = <T>(
  db: Database,
  work: (tx: Transaction) => Promise<T>,
  /** How long it may take at most, ms; left out: as any other. */
  timeout?: number,
): Promise<T> => withRetry(() => db.$transaction(work, timeout === undefined ? {} : { timeout, maxWait: 20_000 }))
