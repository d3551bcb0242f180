import { statSync } from 'node:fs'
import { basename } from 'node:path'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { type Database, database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { contentFolder, databasePlace } from '@/lib/server/env'
import type { Command } from './command'
import { deckFolders, deckTwins } from './deck-folder'
import { type Publication, publishFolder } from './publish-folder'

const sentences: { readonly [K in Publication['kind']]: (deck: string) => string } = {
  published: (deck) => `${deck}: published.`,
  unchanged: (deck) => `${deck}: nothing has changed.`,
  'kept-back': (deck) => `${deck}: not published, as its deck.yaml wants.`,
  refused: (deck) => `${deck}: not published. What learners have stays as it was.`,
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

/** Publishes every deck of a folder and prints what happened. Returns whether there was one and all went well. */
export const publishAll = async (db: Database, folder: string, tellQuiet: boolean): Promise<boolean> => {
  const folders = isFolder(folder) ? deckFolders(folder) : []
  if (folders.length === 0) {
    console.error(`There is no deck in ${folder}: no folder there holds a deck.yaml.`)
    return false
  }
  const twins = deckTwins(folders)
  let fine = true
  for (const one of folders) {
    const twin = twins.get(one)
    const publication: Publication = twin
      ? { kind: 'refused', deck: basename(one), diagnostics: [twin] }
      : await publishFolder(db, one, new Date())
    for (const diagnostic of publication.diagnostics.filter(isError)) console.error(formatDiagnostic(diagnostic))
    if (publication.kind === 'refused') fine = false
    if (tellQuiet || publication.kind === 'published' || publication.kind === 'refused') {
      console.log(sentences[publication.kind](publication.deck))
    }
  }
  return fine
}

/** Publishes a deck, or every deck in a folder. May run beside the server. */
export const publish: Command = {
  usage: 'publish [FOLDER]: publishes a deck or every deck of a folder (default: CONTENT_DIR), whole or not at all',
  run: async ([folder = contentFolder()]) => {
    if (!isFolder(folder)) {
      console.error(`There is no folder ${folder}. Name a deck's folder, or one that holds decks.`)
      return 2
    }
    await migrate(databasePlace())
    const fine = await publishAll(database(), folder, true)
    await database().$disconnect()
    return fine ? 0 : 1
  },
}
