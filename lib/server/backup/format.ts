import 'server-only'
import { type Decoder, integer, list, nullable, object, oneOf, text } from '@/lib/core/decode'
import { ok, refuse } from '@/lib/core/result'
import { type Cell, type Column, columnKinds } from '../db/connection'
import { dialects } from '../db/dialects'

/**
 * A backup is gzipped lines of JSON: a head, then for each table its columns and its rows, then a foot that counts and seals
 * what stands above it. It is the same for both databases, so it also carries a server from one to the other.
 */
export const backupFormat = 'gradeck-backup-1'

export interface Head {
  readonly format: typeof backupFormat
  /** ms since 1970. */
  readonly madeAt: number
  readonly dialect: (typeof dialects)[number]
  /** The migrations its tables had gone through. */
  readonly migrations: readonly string[]
  /** What sessions are signed with, so that nobody is signed out; null where the administrator keeps it elsewhere. */
  readonly secret: string | null
}

export interface TableHead {
  readonly table: string
  readonly columns: readonly Column[]
}

export interface Foot {
  readonly tables: readonly { readonly table: string; readonly rows: number }[]
  /** SHA-256 of every line above, base64url. */
  readonly sha256: string
}

const name = text(200)
const count = integer(0, Number.MAX_SAFE_INTEGER)

export const decodeHead: Decoder<Head> = object<Head>({
  format: oneOf([backupFormat]),
  madeAt: count,
  dialect: oneOf(dialects),
  migrations: list(name, 10_000),
  secret: nullable(text(1000)),
})

export const decodeTableHead: Decoder<TableHead> = object<TableHead>({
  table: text(200, /^[A-Za-z_]\w*$/),
  columns: list(object<Column>({ name: text(200, /^[A-Za-z_]\w*$/), kind: oneOf(columnKinds) }), 1000),
})

export const decodeFoot: Decoder<Foot> = object<Foot>({
  tables: list(object<Foot['tables'][number]>({ table: name, rows: count }), 10_000),
  sha256: name,
})

const isCell = (value: unknown): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A row of a table with this many columns. */
export const decodeRow =
  (columns: number): Decoder<readonly Cell[]> =>
  (value, path = '') =>
    Array.isArray(value) && value.length === columns && value.every(isCell)
      ? ok(value)
      : refuse({ path, message: `Expected a row of ${columns} values.` })
