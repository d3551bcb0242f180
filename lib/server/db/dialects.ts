// No `server-only` here: the clients are generated before anything else of the server exists.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const dialects = ['sqlite', 'postgresql'] as const
export type Dialect = (typeof dialects)[number]

const folder = (...parts: readonly string[]): string => join(process.cwd(), 'prisma', ...parts)

/** The models as one database sees them: every area's file and the dialect's own. */
export const composeSchema = (dialect: Dialect): readonly { readonly path: string; readonly content: string }[] => [
  ...readdirSync(folder('schema'))
    .filter((name) => name.endsWith('.prisma'))
    .sort()
    .map((name) => ({ path: name, content: readFileSync(folder('schema', name), 'utf8') })),
  { path: 'provider.prisma', content: readFileSync(folder('providers', `${dialect}.prisma`), 'utf8') },
]

export const migrationsFolder = (dialect: Dialect): string => folder('migrations', dialect)
