import { type Database, openDatabase } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { type Scratch, scratchPostgresql, scratchSqlite } from '@/lib/server/db/scratch'

const postgresql = process.env.GRADECK_TEST_POSTGRES

/** The databases this machine can test on. The continuous integration names a PostgreSQL; SQLite is always there. */
export const testedDatabases: readonly { readonly name: string; readonly make: () => Promise<Scratch> }[] = [
  { name: 'SQLite', make: scratchSqlite },
  ...(postgresql ? [{ name: 'PostgreSQL', make: () => scratchPostgresql(postgresql) }] : []),
]

export interface OpenScratch extends Scratch {
  readonly db: Database
}

/** A migrated scratch database with a client. */
export const openScratch = async (make: () => Promise<Scratch>): Promise<OpenScratch> => {
  const scratch = await make()
  await migrate(scratch.place)
  const db = openDatabase(scratch.place)
  return {
    place: scratch.place,
    db,
    discard: async () => {
      await db.$disconnect()
      await scratch.discard()
    },
  }
}
