import 'server-only'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataFolder, linkBase } from './env'

const file = (): string => join(dataFolder(), 'server.address')

/** Tells commands run beside this server where it is: they don't see the variables it was started with. */
export const rememberAddress = (): void => writeFileSync(file(), `${linkBase()}\n`)

/** The address a printed link begins with: as the command's own variables say, else as the server last said. */
export const servedAddress = (): string => {
  if (process.env.PUBLIC_URL?.trim() || process.env.PORT?.trim()) return linkBase()
  try {
    return readFileSync(file(), 'utf8').trim() || linkBase()
  } catch {
    return linkBase()
  }
}
