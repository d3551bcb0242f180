import { statSync } from 'node:fs'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { type Database, database } from '@/lib/server/db/client'
import { migrate } from '@/lib/server/db/migrate'
import { contentFolder, databasePlace } from '@/lib/server/env'
import type { Command } from './command'
import { deckFolders } from './deck-folder'
import { type Publication, publishFolder } from './publish-folder'

const sentences: { readonly [K in Publication['kind']]: (deck: string) => string } = {
  published: (deck) => `${deck}: published.`,
  unchanged: (deck) => `${deck}: nothing has changed.`,
  'kept-back': (deck) => `${deck}: not published, as its deck.yaml wants.`,
  refused: (deck) => `${deck}: not published. What learners have stays as it was.`,
}

/** Publishes every deck of a folder and prints what happened. Returns whether all went well. */
export const publishAll = async (db: Database, folder: string, tellQuiet: boolean): Promise<boolean> => {
  let fine = true
  for (const one of deckFolders(folder)) {
    const publication = await publishFolder(db, one, new Date())
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
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
      console.error(`There is no folder ${folder}. Name a deck's folder, or one that holds decks.`)
      return 2
    }
    await migrate(databasePlace())
    const fine = await publishAll(database(), folder, true)
    await database().$disconnect()
    return fine ? 0 : 1
  },
}
