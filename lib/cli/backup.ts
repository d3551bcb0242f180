import { existsSync } from 'node:fs'
import { writeBackup } from '@/lib/server/backup/write-backup'
import { migrate } from '@/lib/server/db/migrate'
import { databasePlace } from '@/lib/server/env'
import { keptSecret } from '@/lib/server/secret'
import type { Command } from './command'

/** Writes everything the server knows into one file. May run beside it. */
export const backup: Command = {
  usage: 'backup FILE: writes everything into FILE, as it is at one moment; may run beside the server',
  run: async ([file]) => {
    if (!file) {
      console.error('A backup needs a file to write: npm run --silent gradeck -- backup gradeck.backup.gz')
      return 2
    }
    if (existsSync(file)) {
      console.error(`${file} is there already and was left alone. Choose another name.`)
      return 1
    }
    await migrate(databasePlace())
    const { tables } = await writeBackup(databasePlace(), file, { secret: keptSecret(), now: Date.now() })
    const rows = (table: string) => tables.find((one) => one.table === table)?.rows ?? 0
    console.log(
      `${file}: ${rows('User')} people, ${rows('ReviewEvent')} reviews, ${rows('Deck')} decks. Read back and found whole.`,
    )
    console.error('It holds password hashes and the key of every session: keep it where nobody else can read it.')
    return 0
  },
}
