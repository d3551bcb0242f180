import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Names the process whose folder it is, so that another can tell what was left behind. */
const named = /^gradeck-(\d+)-[A-Za-z0-9]{6}$/

let folder: string | null = null

/** A new path in a folder that this process alone may read and that goes with it. Nothing is there yet. */
export const temporaryPath = (): string => {
  if (folder === null) {
    const made = mkdtempSync(join(tmpdir(), `gradeck-${process.pid}-`))
    process.once('exit', () => rmSync(made, { recursive: true, force: true }))
    folder = made
  }
  return join(folder, randomBytes(12).toString('hex'))
}

/** Gives `use` a path for a file; afterwards the file is gone, whatever happened. */
export const withTemporaryFile = async <T>(use: (file: string) => Promise<T>): Promise<T> => {
  const file = temporaryPath()
  try {
    return await use(file)
  } finally {
    await rm(file, { force: true })
  }
}

const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives and is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/**
 * Removes what servers left behind that were killed: a process that ends by itself takes its folder with it. For a server's start, when whatever
 * bears this process's own number is of an earlier one. Returns how many folders went.
 */
export const sweepTemporary = (): number => {
  let swept = 0
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(named.exec(name)?.[1] ?? 0)
    const path = join(tmpdir(), name)
    if (pid === 0 || path === folder || (pid !== process.pid && lives(pid))) continue
    try {
      rmSync(path, { recursive: true, force: true })
      swept++
    } catch {
      // Another user's: it is theirs to remove.
    }
  }
  return swept
}
