import { join, relative, resolve } from 'node:path'
import { cardTypes } from '@/lib/cards/list'
import { uncovered } from '@/lib/content/deck/coverage'
import { nearDuplicates } from '@/lib/content/deck/near-duplicates'
import { moreThanOneFact } from '@/lib/content/deck/one-fact'
import { readDeck } from '@/lib/content/deck/read-deck'
import { type Diagnostic, formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { type Survey, survey } from './check/survey'
import type { Command } from './command'
import { deckFolders, readDeckFiles } from './deck-files'

const write = (text: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(`${text}\n`, () => done())
  })

const lines = ({ totals }: Survey): readonly string[] => [
  `${totals.cards} cards (${totals.compute} computed) in ${totals.decks} decks, ${totals.sections} sections`,
  `types: ${Object.entries(totals.types)
    .map(([type, count]) => `${type} ${count}`)
    .join(', ')}`,
  ...Object.entries(totals.studies).map(
    ([study, count]) =>
      `study ${study}: ${count.covered} of ${count.concepts} concepts have a card, ${count.computed} of ${count.computable} computable ones a computed question`,
  ),
]

const readFolder = async (folder: string) => {
  const { draft, diagnostics } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
  const listed = join(relative(process.cwd(), folder), 'concepts.yaml')
  const gate = draft === null ? [] : [...nearDuplicates(draft), ...moreThanOneFact(draft), ...uncovered(draft, listed)]
  return { draft, diagnostics: [...diagnostics, ...gate] }
}

/** Reads every deck of a folder, tells every fault, and counts what there is. Decks that are only tested don't count beside others. */
export const check: Command = {
  usage: 'check [PATH] [--json]: checks every deck of a folder (default: content)',
  run: async (args) => {
    const json = args.includes('--json')
    const folder = args.find((arg) => !arg.startsWith('-')) ?? 'content'
    const folders = await deckFolders(resolve(folder)).catch(() => null)
    if (folders === null || folders.length === 0) {
      const message = folders === null ? `There is no folder ${folder}.` : `${folder} holds no deck.yaml.`
      await write(json ? JSON.stringify({ ok: false, error: message }) : message)
      return 1
    }
    const diagnostics: Diagnostic[] = []
    const drafts = []
    for (const one of folders) {
      const read = await readFolder(one)
      diagnostics.push(...read.diagnostics)
      if (read.draft !== null && (read.draft.about.publish || folders.length === 1)) drafts.push(read.draft)
    }
    const ok = !diagnostics.some(isError)
    const found = survey(drafts)
    if (json) await write(JSON.stringify({ ok, ...found, diagnostics }, null, 2))
    else {
      const errors = diagnostics.filter(isError).length
      const closing = `${errors} errors, ${diagnostics.length - errors} warnings`
      await write([...diagnostics.map(formatDiagnostic), ...lines(found), closing].join('\n'))
    }
    return ok ? 0 : 1
  },
}
