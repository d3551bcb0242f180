import { existsSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { languages } from '@/lib/core/language'
import { exporterNamed, exporters } from '@/lib/exporters/list'
import { exportSentences } from '@/lib/exporters/loss-sentences'
import type { Command } from './command'
import { readDeckFolder, readFigures } from './deck-folder'

const usage =
  'export DECK-FOLDER NEW-FILE --to FORMAT [--language en] [--variants 6] [--seed WORD] [--json]: a deck as a file of another kind, with what that loses'

const options = {
  to: { type: 'string' },
  language: { type: 'string' },
  variants: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** `gradeck -- export DECK FILE --to FORMAT`: writes a new file and tells, card by card, what it could not keep. */
export const exportDeck: Command = {
  usage,
  run: async (args) => {
    const given = parsed(args)
    const say = (message: string, code: number) => {
      console.error(message)
      return code
    }
    if (typeof given === 'string') return say(`${given}\n${usage}`, 2)
    const { values, positionals } = given
    const [folder, file] = positionals
    const exporter = exporterNamed(values.to ?? '')
    const names = exporters.map(({ name }) => name).join(', ')
    if (folder === undefined || file === undefined || positionals.length > 2)
      return say(`Name a deck's folder and a new file.\n${usage}`, 2)
    if (exporter === undefined) return say(`Name a format after --to: ${names}.`, 2)
    const language = languages.find((one) => one === (values.language ?? 'en'))
    const variants = Number(values.variants ?? '6')
    if (language === undefined) return say(`--language is one of ${languages.join(', ')}.`, 2)
    if (!Number.isInteger(variants) || variants < 1 || variants > 50)
      return say('--variants is a whole number from 1 to 50.', 2)
    if (!existsSync(folder)) return say(`There is no folder ${folder}.`, 1)
    if (existsSync(file)) return say(`${file} exists already and was left alone. Name a new file.`, 1)
    const files = readDeckFolder(folder)
    const { deck, diagnostics } = readDeck(files, cardTypes)
    if (deck === null) {
      for (const diagnostic of diagnostics.filter(isError)) console.error(formatDiagnostic(diagnostic))
      return 1
    }
    const compiled = compileDeck(deck)
    const edition = compiled.languages.find((one) => one.language === language) ?? compiled.languages[0]
    if (edition === undefined) return say(`The deck in ${folder} has no language.`, 1)
    const { data, rows } = exporter.write({
      bundle: edition.bundle,
      concepts: new Map(edition.concepts.map(({ id, title }) => [id, title])),
      files,
      figures: new Map(readFigures(folder).map((figure) => [figure.path, figure.data])),
      variants,
      seed: values.seed ?? 'export',
    })
    writeFileSync(file, data, { flag: 'wx' })
    if (values.json) console.log(JSON.stringify({ to: exporter.name, rows }, null, 2))
    else for (const line of exportSentences(rows)) console.log(line)
    return 0
  },
}
