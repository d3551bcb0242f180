import 'server-only'
import type { ArgType, SqlDriverAdapter, SqlQueryable, Transaction } from '@prisma/driver-adapter-utils'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { makeAdapter, type Place } from './adapter'

/** What both databases can hold, by the names a backup uses. */
export const columnKinds = ['integer', 'bigint', 'real', 'boolean', 'text', 'datetime', 'bytes'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** A value as JSON: whole numbers beyond 2^53 and bytes are strings, times are ISO 8601. */
export type Cell = string | number | boolean | null

export interface Column {
  readonly name: string
  readonly kind: ColumnKind
}

export interface Answer {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** One connection with one open transaction: what it reads is one moment, what it writes is all or nothing. */
export interface Connection {
  readonly dialect: Place['dialect']
  readonly read: (sql: string, args?: readonly (string | number)[]) => Promise<Answer>
  readonly write: (sql: string, args: readonly Cell[], kinds: readonly ColumnKind[]) => Promise<void>
  /** Ends the transaction and the connection; without it, `close` leaves no trace. */
  readonly commit: () => Promise<void>
  readonly close: () => Promise<void>
}

const kindOf: ReadonlyMap<number, ColumnKind> = new Map([
  [ColumnTypeEnum.Int32, 'integer'],
  [ColumnTypeEnum.Int64, 'bigint'],
  [ColumnTypeEnum.Float, 'real'],
  [ColumnTypeEnum.Double, 'real'],
  [ColumnTypeEnum.UnknownNumber, 'real'],
  [ColumnTypeEnum.Boolean, 'boolean'],
  [ColumnTypeEnum.Text, 'text'],
  [ColumnTypeEnum.Enum, 'text'],
  [ColumnTypeEnum.DateTime, 'datetime'],
  [ColumnTypeEnum.Bytes, 'bytes'],
])

const scalarOf = {
  integer: 'int',
  bigint: 'bigint',
  real: 'float',
  boolean: 'boolean',
  text: 'string',
  datetime: 'datetime',
  bytes: 'bytes',
} as const satisfies { readonly [K in ColumnKind]: ArgType['scalarType'] }

const isoOf = (text: string): string => {
  // SQLite's own CURRENT_TIMESTAMP has no zone, and is in UTC.
  const zoned = /[zZ]|[+-]\d\d:?\d\d$/.test(text) ? text : `${text.replace(' ', 'T')}Z`
  return new Date(zoned).toISOString()
}

const cellOf = (value: unknown, kind: ColumnKind): Cell => {
  if (value === null || value === undefined) return null
  if (kind === 'boolean') return value === true || value === 1 || value === '1'
  if (kind === 'datetime') return isoOf(String(value))
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  return typeof value === 'number' || typeof value === 'boolean' ? value : String(value)
}

const read =
  (on: SqlQueryable): Connection['read'] =>
  async (sql, args = []) => {
    const argTypes = args.map(
      (arg): ArgType => ({ scalarType: typeof arg === 'number' ? 'int' : 'string', arity: 'scalar' }),
    )
    const { columnNames, columnTypes, rows } = await on.queryRaw({ sql, args: [...args], argTypes })
    const columns = columnNames.map((name, at): Column => {
      const kind = kindOf.get(columnTypes[at] ?? -1)
      if (kind === undefined) throw new Error(`The column ${name} is of a kind that backups do not know.`)
      return { name, kind }
    })
    return { columns, rows: rows.map((row) => columns.map(({ kind }, at) => cellOf(row[at], kind))) }
  }

const begin = (adapter: SqlDriverAdapter, dialect: Place['dialect']): Promise<Transaction> =>
  adapter.startTransaction(dialect === 'sqlite' ? undefined : 'REPEATABLE READ')

const end = async (transaction: Transaction, word: 'COMMIT' | 'ROLLBACK'): Promise<void> => {
  // One adapter ends the transaction by itself, the other waits to be told in SQL.
  if (!transaction.options.usePhantomQuery) await transaction.executeRaw({ sql: word, args: [], argTypes: [] })
  await (word === 'COMMIT' ? transaction.commit() : transaction.rollback())
}

export const openConnection = async (place: Place): Promise<Connection> => {
  const adapter = await makeAdapter(place).connect()
  const transaction = await begin(adapter, place.dialect)
  let open = true
  const finish = async (word: 'COMMIT' | 'ROLLBACK') => {
    if (!open) return
    open = false
    try {
      await end(transaction, word)
    } finally {
      await adapter.dispose()
    }
  }
  return {
    dialect: place.dialect,
    read: read(transaction),
    write: async (sql, args, kinds) => {
      const argTypes = kinds.map((kind): ArgType => ({ scalarType: scalarOf[kind], arity: 'scalar' }))
      await transaction.executeRaw({ sql, args: [...args], argTypes })
    },
    commit: () => finish('COMMIT'),
    close: () => finish('ROLLBACK'),
  }
}
