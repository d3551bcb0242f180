export type Cell = number | string | Uint8Array | null

/** An SQLite database that is only read. What stands behind it is the platform's. */
export interface Tables {
  /** All rows of a query. @throws when the file is damaged. */
  readonly rows: (sql: string) => Iterable<readonly Cell[]>
  readonly close: () => void
}

/** Opens the bytes of a database; null where they are none. */
export type OpenTables = (bytes: Uint8Array) => Tables | null
