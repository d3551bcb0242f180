import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { formatDiagnostic } from '@/lib/core/diagnostic'
import { type Changes, reconcile } from '@/lib/importers/notes-markdown/identity/changes'
import { readRun } from '@/lib/importers/notes-markdown/identity/read-run'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import { toCardsYaml } from '@/lib/importers/notes-markdown/to-cards-yaml'
import type { Command } from './command'

const usage =
  'notes FILE [--json] [--against OLD.json] [--out NEW.cards.yaml] [--least 0.6]: proposes cards from notes (.md, .ipynb), checks what can be checked'

const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
  })

const pictures = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i
const mostFolders = 200

/** Pictures beside the notes, as the notes would write their addresses. */
const imagesBeside = (file: string): ReadonlySet<string> => {
  const root = dirname(file)
  const found = new Set<string>()
  const waiting = [root]
  for (let folders = 0; folders < mostFolders; folders++) {
    const folder = waiting.pop()
    if (folder === undefined) break
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(path)
      else if (pictures.test(entry.name)) {
        const address = relative(root, path).replaceAll('\\', '/')
        found.add(address).add(`./${address}`)
      }
    }
  }
  return found
}

const claimed = ({ claim }: Proposal): string => {
  if (claim.kind === 'checked') return `checked (${claim.entry}, ${claim.runs} runs)`
  return claim.kind === 'erratum' ? `ERRATUM: the notes say ${claim.says}; correct: ${claim.correct}` : 'not checked'
}

const indent = (text: string): string => text.replace(/\n+/g, '\n    ')

const shown = (card: Proposal): string =>
  [
    `${card.source.start.line}:${card.source.start.column}  ${card.id}  ${card.type}, ${card.rule}, ${card.confidence.toFixed(2)}${card.concerns.length > 0 ? `  look: ${card.concerns.join(', ')}` : ''}`,
    `    ${card.heading.join(' > ')}`,
    ...Object.entries(card.fields).map(
      ([name, value]) => `    ${name}: ${indent(typeof value === 'string' ? value : JSON.stringify(value))}`,
    ),
    `    ${claimed(card)}`,
  ].join('\n')

const counts = (cards: readonly Proposal[]): string => {
  const rules = new Map<string, number>()
  for (const { rule } of cards) rules.set(rule, (rules.get(rule) ?? 0) + 1)
  const of = (kind: string) => cards.filter(({ claim }) => claim.kind === kind).length
  return [
    `${cards.length} proposals: ${[...rules].map(([rule, count]) => `${rule} ${count}`).join(', ')}.`,
    `${of('checked')} checked, ${of('erratum')} errata, ${of('not checked')} not checked.`,
  ].join('\n')
}

const changesLine = ({ added, changed, moved, gone }: Changes): string =>
  `${added.length} added, ${changed.length} changed, ${moved.length} moved, ${gone.length} gone${gone.length > 0 ? `: ${gone.join(', ')}` : ''}.`

interface Options {
  readonly json: boolean
  readonly against: string | null
  readonly out: string | null
  readonly least: number
}

const run = async (file: string, { json, against, out, least }: Options): Promise<number> => {
  const { cards: fresh, diagnostics } = proposeCards(readFileSync(file, 'utf8'), {
    fileName: file,
    images: imagesBeside(file),
  })
  const before = against === null ? null : readRun(readFileSync(against, 'utf8'))
  if (before !== null && !before.ok) {
    console.error(`${against} is not the JSON of an earlier run: ${before.error}`)
    return 2
  }
  const { cards, changes } = before === null ? { cards: fresh, changes: null } : reconcile(before.value, fresh)
  if (out !== null) {
    const accepted = cards.filter(({ confidence, concerns }) => confidence >= least && concerns.length === 0)
    writeFileSync(out, toCardsYaml(accepted), { flag: 'wx' })
    console.error(`${accepted.length} of ${cards.length} proposals written to ${out}; the rest need a person.`)
  }
  if (json) await print(JSON.stringify({ cards, diagnostics, ...(changes === null ? {} : { changes }) }))
  else if (out === null) {
    await print(
      [...cards.map(shown), '', counts(cards), ...(changes === null ? [] : [changesLine(changes)])].join('\n'),
    )
    for (const diagnostic of diagnostics) console.error(formatDiagnostic(diagnostic))
  }
  return 0
}

/** Proposes cards for a person to accept, edit or drop; writes a deck file only where asked. */
export const notes: Command = {
  usage,
  run: async (args) => {
    const parsed = (() => {
      try {
        return parseArgs({
          args: [...args],
          allowPositionals: true,
          options: {
            json: { type: 'boolean' },
            against: { type: 'string' },
            out: { type: 'string' },
            least: { type: 'string' },
          },
        })
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    })()
    if (typeof parsed === 'string') {
      console.error(`${parsed}\n${usage}`)
      return 2
    }
    const { values, positionals } = parsed
    const [file] = positionals
    if (file === undefined || positionals.length > 1) {
      console.error(`Name one file of notes.\n${usage}`)
      return 2
    }
    const { against = null, out = null } = { against: values.against, out: values.out }
    for (const path of [file, ...(against === null ? [] : [against])])
      if (!existsSync(path)) {
        console.error(`There is no file ${path}.`)
        return 1
      }
    if (out !== null && existsSync(out)) {
      console.error(`${out} exists already and was left alone. Name a new file.`)
      return 1
    }
    const least = Number(values.least ?? '0')
    if (!(least >= 0 && least <= 1)) {
      console.error(`--least is a confidence between 0 and 1, not "${values.least}".`)
      return 2
    }
    return run(file, { json: values.json === true, against, out, least })
  },
}
