import 'server-only'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, secretFromEnvironment } from './env'

const newSecret = (): string => randomBytes(48).toString('base64url')

const replace = (file: string, secret: string): void => {
  writeFileSync(`${file}.new`, secret, { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

const make = (folder: string): string => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'secret')
  try {
    writeFileSync(file, newSecret(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    // Made already, on an earlier start or by a process beside us.
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  // A disk that was full leaves an empty file, and what is signed with nothing anybody can sign.
  if (readFileSync(file, 'utf8').trim() === '') replace(file, newSecret())
  return readFileSync(file, 'utf8').trim()
}

/** The data folder's secret, for a backup; null where there is none, or the administrator keeps it elsewhere. */
export const keptSecret = (): string | null => {
  const file = join(dataFolder(), 'secret')
  const kept = secretFromEnvironment() === null && existsSync(file) ? readFileSync(file, 'utf8').trim() : ''
  return kept === '' ? null : kept
}

/** Takes the secret of a backup, so that whoever was signed in then still is. */
export const replaceSecret = (secret: string | null): void => {
  if (!secret || secretFromEnvironment() !== null) return
  replace(join(dataFolder(), 'secret'), secret)
}

let known: string | undefined

/** What sessions are signed with: made once and kept in the data folder, readable by its owner alone. */
export const sessionSecret = (): string => {
  known ??= secretFromEnvironment() ?? make(dataFolder())
  return known
}
