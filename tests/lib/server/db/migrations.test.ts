import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrationsFolder } from '@/lib/server/db/dialects'
import { knownMigrations } from '@/lib/server/db/migrate'

const scripts = knownMigrations('sqlite').map((name) => ({
  name,
  sql: readFileSync(join(migrationsFolder('sqlite'), name, 'migration.sql'), 'utf8'),
}))
const all = scripts.map(({ sql }) => sql).join('\n')
const refersTo = (table: string): boolean => all.includes(`REFERENCES "${table}"`)

describe('migrations of the embedded database', () => {
  // Dropping the old table would take every row that refers to it: the switch for that does nothing in a transaction.
  it('never make a table anew that others refer to', () => {
    const dropped = scripts.flatMap(({ name, sql }) =>
      [...sql.matchAll(/DROP TABLE "(\w+)"/g)].map(([, table = '']) => ({ name, table })),
    )
    expect(dropped.length).toBeGreaterThan(0)
    expect(dropped.filter(({ table }) => refersTo(table))).toEqual([])
  })

  it('have numbers that leave none out', () => {
    const numbers = [...new Set(scripts.map(({ name }) => Number(name.slice(0, 4))))]
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })
})
