import 'server-only'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Result, refuse } from '@/lib/core/result'
import { holdFile } from './db/hold-file'

export interface DataLock {
  readonly release: () => Promise<void>
}

const holder = (file: string): string => {
  try {
    return ` (process ${readFileSync(file, 'utf8').trim()})`
  } catch {
    return ''
  }
}

/**
 * One server a data folder: two would each believe to be alone. The lock is the operating system's, so it ends with the
 * process however it ends; the number beside it is only for the message. The command line does not take it.
 */
export const lockDataFolder = async (folder: string): Promise<Result<DataLock, string>> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const pidFile = join(folder, 'server.pid')
  const held = await holdFile(join(folder, 'server.lock'))
  if (held === null) {
    return refuse(
      `Another Gradeck server${holder(pidFile)} already uses ${folder}. Stop it first, or give this one a folder of its own with DATA_DIR.`,
    )
  }
  writeFileSync(pidFile, `${process.pid}\n`)
  return { ok: true, value: { release: held } }
}
