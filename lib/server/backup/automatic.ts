import 'server-only'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Place } from '../db/adapter'
import { superfluous } from './thinning'
import { writeBackup } from './write-backup'

const dayMs = 86_400_000

/** `gradeck-2026-11-29T04-00-00Z.backup.gz`: no colon, since not every file system takes one. */
const nameOf = (at: number): string =>
  `gradeck-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup.gz`
const pattern = /^gradeck-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup\.gz$/

const madeIn = (folder: string): readonly number[] =>
  readdirSync(folder).flatMap((name) => {
    const [, date, hour, minute, second] = pattern.exec(name) ?? []
    return date === undefined ? [] : [Date.parse(`${date}T${hour}:${minute}:${second}Z`)]
  })

const backupFolder = (dataFolder: string): string => join(dataFolder, 'backups')

/**
 * Once a day, a backup of the embedded database beside it; older ones are thinned out. A PostgreSQL has an administrator of
 * its own. Returns the new file, null where none was due.
 */
export const backUpDaily = async (
  place: Place,
  dataFolder: string,
  given: { readonly secret: string | null; readonly now: number },
): Promise<string | null> => {
  if (place.dialect !== 'sqlite') return null
  const folder = backupFolder(dataFolder)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // A server that was killed while it wrote one.
  for (const name of readdirSync(folder)) if (name.endsWith('.part')) rmSync(join(folder, name))
  const newest = Math.max(...madeIn(folder))
  // A little under a day, so that the hour does not wander.
  if (given.now - newest < dayMs - 3_600_000 && newest <= given.now) return null
  const file = join(folder, nameOf(given.now))
  await writeBackup(place, file, given)
  for (const at of superfluous(madeIn(folder))) rmSync(join(folder, nameOf(at)))
  return file
}
