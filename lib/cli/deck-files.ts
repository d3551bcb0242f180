import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type { DeckFile } from '@/lib/content/deck/deck'

const largest = 4_000_000

/**
 * The files of a deck folder as `readDeck` takes them, named as seen from `base` so that places in messages can be opened.
 * Figures are named, not read; symbolic links and hidden files are not followed.
 */
export const readDeckFiles = async (folder: string, base: string): Promise<readonly DeckFile[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
  return Promise.all(
    files.map(async (entry): Promise<DeckFile> => {
      const full = join(entry.parentPath, entry.name)
      const path = relative(base, full).split(sep).join('/')
      if (!/\.(md|ya?ml)$/.test(path)) return { path, text: '' }
      const text = await readFile(full, 'utf8')
      // A text beyond every limit is refused by its reader; no need to carry all of it there.
      return { path, text: text.slice(0, largest) }
    }),
  )
}

/** Deck folders at or directly below a folder, in the order of their names. */
export const deckFolders = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  if (entries.some((entry) => entry.name === 'deck.yaml')) return [folder]
  const below = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async (entry) => {
        const inside = await readdir(join(folder, entry.name))
        return inside.includes('deck.yaml') ? [join(folder, entry.name)] : []
      }),
  )
  return below.flat().sort()
}
