import 'server-only'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Decoder } from '@/lib/core/decode'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { Cell, Column } from '../db/connection'
import { decodeFoot, decodeHead, decodeRow, decodeTableHead, type Foot, type Head } from './format'

/** What a backup holds, once every line of it has been read and the seal found right. */
export interface Contents {
  readonly head: Head
  readonly tables: Foot['tables']
}

/** A backup that cannot be used, and why. */
class Unusable extends Error {}

const orUnusable = <T>(decode: Decoder<T>, value: unknown, line: number): T => {
  const read = decode(value)
  if (!read.ok) throw new Unusable(`line ${line} is not what it should be (${read.error.message})`)
  return read.value
}

const parse = (text: string, line: number): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Unusable(`line ${line} is cut off or damaged`)
  }
}

const has = (value: unknown, field: string): boolean =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, field)

/** Hears a backup line by line. */
export interface Listener {
  readonly table?: (table: string, columns: readonly Column[]) => Promise<void>
  readonly row?: (table: string, columns: readonly Column[], row: readonly Cell[]) => Promise<void>
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const unzipped = createGunzip()
  // What goes wrong in the file ends the reading below with the same error.
  pipeline(createReadStream(file), unzipped).catch(() => undefined)
  unzipped.setEncoding('utf8')
  let rest = ''
  for await (const chunk of unzipped) {
    const parts = `${rest}${chunk}`.split('\n')
    rest = parts.pop() ?? ''
    yield* parts
  }
  if (rest !== '') throw new Unusable('its last line is cut off')
}

const walk = async (file: string, listener: Listener): Promise<Contents> => {
  const hash = createHash('sha256')
  const counts: { table: string; rows: number }[] = []
  let head: Head | null = null
  let columns: readonly Column[] = []
  let foot: Foot | null = null
  let line = 0
  for await (const text of linesOf(file)) {
    line++
    const value = parse(text, line)
    if (foot) throw new Unusable('something follows its end')
    if (has(value, 'sha256')) {
      foot = orUnusable(decodeFoot, value, line)
      continue
    }
    hash.update(`${text}\n`)
    const current = counts.at(-1)
    if (!head) head = orUnusable(decodeHead, value, line)
    else if (Array.isArray(value)) {
      if (!current) throw new Unusable(`line ${line} belongs to no table`)
      current.rows++
      await listener.row?.(current.table, columns, orUnusable(decodeRow(columns.length), value, line))
    } else {
      const begun = orUnusable(decodeTableHead, value, line)
      columns = begun.columns
      counts.push({ table: begun.table, rows: 0 })
      await listener.table?.(begun.table, columns)
    }
  }
  if (!head) throw new Unusable('it is empty')
  if (!foot) throw new Unusable('its end is missing')
  if (foot.sha256 !== hash.digest('base64url')) throw new Unusable('its seal does not fit what it holds')
  if (JSON.stringify(foot.tables) !== JSON.stringify(counts)) throw new Unusable('rows are missing')
  return { head, tables: counts }
}

/** Reads a backup through; a sentence where it is not whole. Nothing heard may be kept before the end was reached. */
export const readContents = async (file: string, listener: Listener = {}): Promise<Result<Contents, string>> => {
  try {
    return ok(await walk(file, listener))
  } catch (error) {
    if (error instanceof Unusable) return refuse(`${file} is no usable backup: ${error.message}.`)
    if (error instanceof Error && 'code' in error) {
      const { code } = error
      if (code === 'ENOENT') return refuse(`There is no file ${file}.`)
      if (typeof code === 'string' && code.startsWith('Z_'))
        return refuse(`${file} is no usable backup: it is cut off, damaged or no gzip file.`)
    }
    throw error
  }
}
