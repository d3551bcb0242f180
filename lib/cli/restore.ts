import { restoreBackup } from '@/lib/server/backup/restore-backup'
import { lockDataFolder } from '@/lib/server/data-lock'
import { databasePlace, dataFolder } from '@/lib/server/env'
import { replaceSecret } from '@/lib/server/secret'
import type { Command } from './command'

/** Puts a backup in place of the database; what was there is kept beside it. The server must be stopped. */
export const restore: Command = {
  usage: 'restore FILE: puts a backup in place of the database, whole or not at all; stop the server first',
  run: async ([file]) => {
    if (!file) {
      console.error('Name the backup: npm run --silent gradeck -- restore gradeck.backup.gz')
      return 2
    }
    const lock = await lockDataFolder(dataFolder())
    if (!lock.ok) {
      console.error(`${lock.error}\nNothing was changed.`)
      return 1
    }
    try {
      const restored = await restoreBackup(databasePlace(), file)
      if (!restored.ok) {
        console.error(`${restored.error}\nNothing was changed.`)
        return 1
      }
      const { contents, departed, before } = restored.value
      replaceSecret(contents.head.secret)
      const rows = (table: string) => contents.tables.find((one) => one.table === table)?.rows ?? 0
      console.log(
        `Restored the backup of ${new Date(contents.head.madeAt).toISOString()}: ${rows('User')} people, ${rows('ReviewEvent')} reviews, ${rows('Deck')} decks.`,
      )
      if (departed > 0) console.log(`${departed} people who have left since then are gone again.`)
      if (before !== null) console.log(`What was there before is now ${before}. Remove it when all is well.`)
      console.log('Each device offers its reviews again when it next syncs, and nothing it holds is lost.')
      return 0
    } finally {
      await lock.value.release()
    }
  },
}
