import 'server-only'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type { Place } from './adapter'

/** A database to be thrown away. */
export interface Scratch {
  readonly place: Place
  readonly discard: () => Promise<void>
}

const run = async (url: string, script: string): Promise<void> => {
  const connection = await new PrismaPg({ connectionString: url, max: 1 }).connect()
  try {
    await connection.executeScript(script)
  } finally {
    await connection.dispose()
  }
}

/** An empty database beside the one the address names; its user must be allowed to create databases. */
export const scratchPostgresql = async (url: string): Promise<Scratch> => {
  const name = `gradeck_scratch_${randomBytes(6).toString('hex')}`
  await run(url, `CREATE DATABASE ${name}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  return {
    place: { dialect: 'postgresql', url: address.href },
    discard: () => run(url, `DROP DATABASE ${name} WITH (FORCE)`),
  }
}

export const scratchSqlite = async (): Promise<Scratch> => {
  const folder = mkdtempSync(join(tmpdir(), 'gradeck-scratch-'))
  return {
    place: { dialect: 'sqlite', folder },
    discard: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  }
}
