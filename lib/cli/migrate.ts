import { migrate as applyMigrations } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import type { Command } from './command'

/** Brings the database to today's models. */
export const migrate: Command = {
  usage: 'migrate',
  run: async () => {
    const applied = await applyMigrations(databasePlace())
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
    return 0
  },
}
