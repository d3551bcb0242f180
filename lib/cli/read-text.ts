import { readFile, stat } from 'node:fs/promises'
import { ok, type Result, refuse } from '@/lib/core/result'

/** Why a file was not read, and what to do. */
export interface Unread {
  readonly message: string
  readonly hint: string
}

const readBytes = async (path: string): Promise<Result<Uint8Array, Unread>> => {
  try {
    if ((await stat(path)).isDirectory())
      return refuse({ message: `${path} is a folder.`, hint: 'Name one file in it.' })
    return ok(await readFile(path))
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return refuse(
      missing
        ? { message: `There is no file ${path}.`, hint: 'Name a file that exists.' }
        : { message: `${path} cannot be read.`, hint: 'Look whether you may read it.' },
    )
  }
}

/** A text file as a command takes it: UTF-8, with or without a byte order mark, and no zero bytes, which only data has. */
export const readTextFile = async (path: string): Promise<Result<string, Unread>> => {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const data = { message: `${path} is not text.`, hint: 'Name a file saved as UTF-8.' }
  if (bytes.value.includes(0)) return refuse(data)
  try {
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.value))
  } catch {
    return refuse(data)
  }
}
