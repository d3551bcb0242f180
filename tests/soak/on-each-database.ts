import { type ServedDatabase, servedDatabases } from '../support/served-database'
import type { Campaign, Outcome } from './campaign'

/** The same trial once for each database there is, over one of its own; faults are told with its name. */
export const onEachDatabase = (
  name: string,
  tryOn: (served: ServedDatabase, database: string) => Promise<Outcome>,
): readonly Campaign[] =>
  servedDatabases.map(({ name: database, make }) => ({
    name: `${name} ${database}`,
    run: async () => {
      const served = await make()
      try {
        return await tryOn(served, database)
      } finally {
        await served.discard()
      }
    },
  }))
