import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { stringify } from 'yaml'
import { hashText } from '@/lib/core/hash'
import { cardsYaml, deckConcepts } from '@/lib/importers/draft/check-cards'
import { importFile } from '@/lib/importers/import-file'
import type { Import } from '@/lib/importers/importer'
import { importLimits } from '@/lib/importers/limits'
import { importerNamed, importers } from '@/lib/importers/list'
import { importSentences, refusalSentence } from '@/lib/importers/reason-sentences'
import { outcomeOf, refusal } from '@/lib/importers/reasons'
import { languageOf } from '@/lib/importers/text/language-of'
import type { Command } from './command'

const usage =
  'import FILE [NEW.cards.yaml] [--from FORMAT] [--json] [--into NEW-FOLDER]: what importing a file would give, row by row; its cards as a file or a deck'

/** A file's bytes; one beyond the limit is not read at all. */
const bytesOf = (file: string): Uint8Array | null => {
  if (statSync(file).size > importLimits.file) return null
  return readFileSync(file)
}

const deckId = (title: string): string => {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
  return name === '' ? `import-${hashText(title).slice(0, 8)}` : name
}

const writeFolder = (into: string, { from, title, cards, figures }: Import): void => {
  const put = (path: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(into, path)), { recursive: true })
    writeFileSync(join(into, path), data, { flag: 'wx' })
  }
  const yaml = cardsYaml(cards)
  const both = cards.some(({ fields }) => Object.values(fields).some((value) => /"zh":/.test(JSON.stringify(value))))
  const languages = both ? ['en', 'zh'] : [languageOf(yaml)]
  const about = {
    id: deckId(title),
    title,
    author: from,
    licence: 'unknown',
    languages,
    studies: [{ number: 1, title }],
  }
  put('deck.yaml', stringify(about))
  put('concepts.yaml', stringify(deckConcepts(cards), { lineWidth: 0 }))
  put(`${deckId(title)}.cards.yaml`, yaml)
  for (const { path, data } of figures) put(path, data)
}

const options = {
  from: { type: 'string' },
  json: { type: 'boolean' },
  into: { type: 'string' },
} as const

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

const asJson = (read: Import): string =>
  JSON.stringify(
    {
      from: read.from,
      title: read.title,
      rows: read.rows.map((row) => ({ outcome: outcomeOf(row), ...row })),
      cards: read.cards,
      figures: read.figures.map(({ path, data }) => ({ path, bytes: data.length })),
    },
    null,
    2,
  )

/** `gradeck -- import FILE`: a dry run; with a file or folder to write, its cards for a person to read before they are published. */
export const importCards: Command = {
  usage,
  run: async (args) => {
    const given = parsed(args)
    const names = importers.map(({ name }) => name).join(', ')
    if (typeof given === 'string') {
      console.error(`${given}\n${usage}`)
      return 2
    }
    const { values, positionals } = given
    const [file, cardsFile] = positionals
    if (file === undefined || positionals.length > 2) {
      console.error(`Name one file to import. Formats: ${names}.`)
      return 2
    }
    const importer = values.from === undefined ? undefined : importerNamed(values.from)
    if (values.from !== undefined && importer === undefined) {
      console.error(`"${values.from}" is no format that is read. Formats: ${names}.`)
      return 2
    }
    if (!existsSync(file)) {
      console.error(`There is no file ${file}.`)
      return 1
    }
    for (const target of [cardsFile, values.into])
      if (target !== undefined && existsSync(target)) {
        console.error(`${target} exists already and was left alone. Name a new one.`)
        return 1
      }
    const bytes = bytesOf(file)
    const read = bytes === null ? null : importFile(bytes, file, importer)
    if (read === null || !read.ok) {
      const why = read === null ? refusal('too-large', `${statSync(file).size} bytes`) : read.error
      console.error(refusalSentence(why))
      return 1
    }
    if (cardsFile !== undefined) writeFileSync(cardsFile, cardsYaml(read.value.cards), { flag: 'wx' })
    if (values.into !== undefined) writeFolder(values.into, read.value)
    if (values.json) console.log(asJson(read.value))
    else for (const line of importSentences(read.value)) console.log(line)
    return read.value.rows.some((row) => outcomeOf(row) === 'skipped') ? 1 : 0
  },
}
