import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SchemaContainer } from '@prisma/schema-engine-wasm'

export const dialects = ['sqlite', 'postgresql'] as const
export type Dialect = (typeof dialects)[number]

const folder = (...parts: readonly string[]): string =>
  join(/* turbopackIgnore: true */ process.cwd(), 'prisma', ...parts)

/** The models as one database sees them, as `npm run generate` put them together. */
export const readSchema = (dialect: Dialect): readonly SchemaContainer[] =>
  readdirSync(folder('generated', 'schema', dialect))
    .sort()
    .map((path) => ({ path, content: readFileSync(folder('generated', 'schema', dialect, path), 'utf8') }))

export const migrationsFolder = (dialect: Dialect): string => folder('migrations', dialect)
