import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stringify } from 'yaml'
import { hashText } from '@/lib/core/hash'
import { deckFiles } from '@/lib/importers/anki/cards/deck-files'
import type { CollectionImport } from '@/lib/importers/anki/import-collection'
import { importPackage } from '@/lib/importers/anki/import-package'
import { sentencesOf } from '@/lib/importers/anki/report-sentences'
import { loadTables } from '@/lib/server/anki/sqlite'
import type { Command } from './command'

const deckId = (title: string): string => {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  return name === '' ? `anki-${hashText(title).slice(0, 8)}` : name
}

/** A deck's folder, with the reviews as a file beside its cards. */
const writeFolder = (
  into: string,
  id: string,
  { title, language, cards, concepts, figures, events }: CollectionImport,
): void => {
  const put = (path: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    writeFileSync(join(into, path), data)
  }
  const about = {
    id,
    title,
    author: 'Anki',
    licence: 'unknown',
    languages: [language],
    studies: [{ number: 1, title }],
  }
  put('deck.yaml', stringify(about))
  const all = cards.map((fields) => ({ fields }))
  for (const { path, text } of deckFiles(all, concepts)) put(path, text)
  for (const { path, data } of figures) put(path, data)
  put('reviews.jsonl', events.map((event) => `${JSON.stringify(event)}\n`).join(''))
}

/** `gradeck -- anki FILE`: what an import of a package would give; with `--into`, its cards as a deck's folder. */
export const anki: Command = {
  usage: 'anki FILE [--json] [--into NEW-FOLDER]: what importing an .apkg or .colpkg would give; its cards as a deck',
  run: async (args) => {
    const at = args.indexOf('--into')
    const into = at < 0 ? undefined : args[at + 1]
    const [file] = args.filter((arg, i) => !arg.startsWith('--') && (at < 0 || i !== at + 1))
    if (file === undefined || (at >= 0 && into === undefined)) {
      console.error('Name a package of Anki (.apkg or .colpkg), and after --into a new folder.')
      return 2
    }
    if (!existsSync(file)) {
      console.error(`There is no file ${file}.`)
      return 1
    }
    if (into !== undefined && existsSync(into)) {
      console.error(`${into} exists already and was left alone. Name a new folder.`)
      return 1
    }
    const bytes = readFileSync(file)
    const now = Date.now()
    const ground = { now, zoneOffset: -new Date(now).getTimezoneOffset(), deviceId: 'anki' }
    const open = await loadTables()
    // The deck's name is in its cards' ids, and the package says it: read once to know it.
    const named = importPackage(bytes, open, { ...ground, deck: 'anki' })
    const result = named.ok ? importPackage(bytes, open, { ...ground, deck: deckId(named.value.title) }) : named
    if (!result.ok) {
      console.error(`${result.error.message} ${result.error.hint}`)
      return 1
    }
    const { report } = result.value
    if (into !== undefined) writeFolder(into, deckId(result.value.title), result.value)
    if (args.includes('--json')) console.log(JSON.stringify(report, null, 2))
    else for (const sentence of sentencesOf(report)) console.log(sentence)
    return 0
  },
}
