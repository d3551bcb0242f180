import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readAbout } from '@/lib/content/deck/read-about'
import type { Diagnostic } from '@/lib/core/diagnostic'
import type { Figure } from '@/lib/server/services/figures'

const isText = (path: string): boolean => /\.(md|ya?ml)$/.test(path)

/** A deck's files with paths as its author knows them; figures come without their contents. */
export const readDeckFolder = (folder: string): readonly DeckFile[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      text: isText(path) ? readFileSync(path, 'utf8') : '',
    }))

/** The deck's pictures, below `figures/`. */
export const readFigures = (folder: string): readonly Figure[] =>
  readDeckFolder(folder)
    .filter(({ path }) => /^figures\/.+\.(svg|png|jpe?g|webp|avif|gif)$/.test(path))
    .map(({ path }) => ({ path, data: new Uint8Array(readFileSync(join(folder, path))) }))

/** The decks in a folder: itself where it holds a deck.yaml, else each folder in it that does. */
export const deckFolders = (folder: string): readonly string[] => {
  const isDeck = (path: string) => statSync(join(path, 'deck.yaml'), { throwIfNoEntry: false })?.isFile() === true
  if (isDeck(folder)) return [folder]
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .filter(isDeck)
    .sort()
}

/** The decks that call themselves like an earlier one of these folders: each would be published over the other. */
export const deckTwins = (folders: readonly string[]): ReadonlyMap<string, Diagnostic> => {
  const first = new Map<string, string>()
  const twins = new Map<string, Diagnostic>()
  for (const folder of folders) {
    const file = join(folder, 'deck.yaml')
    const id = readAbout({ path: file, text: readFileSync(file, 'utf8') }).about?.id
    if (id === undefined) continue
    const twin = first.get(id)
    if (twin === undefined) first.set(id, folder)
    else {
      const message = `The deck in ${twin} is called "${id}" too.`
      const hint = 'Give one of them another id; memory hangs on ids.'
      twins.set(folder, { severity: 'error', file, path: '/id', line: 1, column: 1, message, hint })
    }
  }
  return twins
}
