import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Place } from '../db/adapter'
import { type Connection, openConnection } from '../db/connection'
import { columnsOf, rowsOf, tablesOf } from '../db/tables'
import { backupFormat, type Foot, type Head } from './format'
import { type Contents, readContents } from './read-backup'

/** The lines of a backup, all of one moment: they are read inside one transaction. */
async function* lines(
  connection: Connection,
  head: Omit<Head, 'migrations' | 'format' | 'dialect'>,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  const applied = await connection.read(
    'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL ORDER BY migration_name',
  )
  const migrations = applied.rows.map(([name]) => String(name))
  yield line({ format: backupFormat, dialect: connection.dialect, migrations, ...head } satisfies Head)
  const counts: { table: string; rows: number }[] = []
  for (const table of await tablesOf(connection)) {
    yield line({ table, columns: await columnsOf(connection, table) })
    let rows = 0
    for await (const page of rowsOf(connection, table)) {
      rows += page.rows.length
      yield page.rows.map(line).join('')
    }
    counts.push({ table, rows })
  }
  yield `${JSON.stringify({ tables: counts, sha256: hash.digest('base64url') } satisfies Foot)}\n`
}

const flushToDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes everything a server knows into a file, as it stands at one moment, while the server goes on. The file takes its name
 * only once it has been read back and found whole, so a full disk leaves no half backup behind. Returns what is in it.
 */
export const writeBackup = async (
  place: Place,
  file: string,
  given: { readonly secret: string | null; readonly now: number },
): Promise<Contents> => {
  const unfinished = `${file}.${randomBytes(4).toString('hex')}.part`
  const connection = await openConnection(place)
  try {
    const text = lines(connection, { madeAt: given.now, secret: given.secret })
    // It holds password hashes and the key of every session.
    await pipeline(
      Readable.from(text),
      createGzip({ level: 6 }),
      createWriteStream(unfinished, { flags: 'wx', mode: 0o600 }),
    )
    await connection.close()
    const contents = await readContents(unfinished)
    if (!contents.ok) throw new Error(`The backup was not written whole: ${contents.error}`)
    await flushToDisk(unfinished)
    await rename(unfinished, file)
    await flushToDisk(dirname(file))
    return contents.value
  } finally {
    await connection.close()
    await rm(unfinished, { force: true })
  }
}
