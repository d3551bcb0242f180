import 'server-only'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationDirectory } from '@prisma/schema-engine-wasm'
import { type Place, prepareFile } from './adapter'
import { type Dialect, migrationsFolder } from './dialects'
import { holdFile } from './hold-file'
import { withSchemaEngine } from './schema-engine'

/** Names of all migrations this program knows, in order. */
export const knownMigrations = (dialect: Dialect): readonly string[] => {
  const folder = migrationsFolder(dialect)
  return (existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** The migrations as the engine wants them: every folder `<n>_<name>` with its SQL, in order. */
const readMigrations = (folder: string, names: readonly string[]): MigrationDirectory[] =>
  names.map((name) => ({
    path: name,
    migrationFile: {
      path: 'migration.sql',
      content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
    },
  }))

/** How long to wait for another process that is migrating the same file, ms. */
const patience = 60_000

/**
 * PostgreSQL's migrations take a lock of their own; the embedded database's would meet each other, where a command is given
 * while the server starts.
 */
const alone = async <T>(place: Place, work: () => Promise<T>): Promise<T> => {
  if (place.dialect !== 'sqlite') return work()
  const file = join(place.folder, 'migrate.lock')
  const until = Date.now() + patience
  for (;;) {
    const release = await holdFile(file)
    if (release !== null) return work().finally(release)
    if (Date.now() > until) {
      throw new Error(
        `Another process has been migrating ${place.folder} for a minute. Wait for it or end it, then try again.`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/**
 * Brings a database to today's models and returns the names of the migrations that were missing. Applied migrations are
 * recorded in `_prisma_migrations`, so Prisma's own `migrate deploy` understands the same database.
 * With `only`, an empty database is brought to where these and no later ones have led.
 */
export const migrate = async (place: Place, only?: readonly string[]): Promise<readonly string[]> => {
  await prepareFile(place)
  const folder = migrationsFolder(place.dialect)
  const datasource = { path: 'provider.prisma', content: `datasource db {\n  provider = "${place.dialect}"\n}\n` }
  const apply = () =>
    withSchemaEngine(place, [datasource], async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: {
          baseDir: folder,
          lockfile: { path: 'migration_lock.toml', content: `provider = "${place.dialect}"\n` },
          shadowDbInitScript: '',
          migrationDirectories: readMigrations(folder, only ?? knownMigrations(place.dialect)),
        },
        filters: { externalTables: [], externalEnums: [] },
      })
      return appliedMigrationNames
    })
  return alone(place, apply)
}
