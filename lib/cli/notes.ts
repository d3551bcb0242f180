import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { isFigure } from '@/lib/content/markdown/links'
import { formatDiagnostic } from '@/lib/core/diagnostic'
import { hashText } from '@/lib/core/hash'
import { figureFrom } from '@/lib/importers/draft/figures'
import { notebookPictures } from '@/lib/importers/notes-markdown/dialects/notebook-pictures'
import { type Changes, type Known, reconcile } from '@/lib/importers/notes-markdown/identity/changes'
import { readRun } from '@/lib/importers/notes-markdown/identity/read-run'
import type { NotesImage } from '@/lib/importers/notes-markdown/images'
import type { Proposal } from '@/lib/importers/notes-markdown/proposal'
import { proposeCards } from '@/lib/importers/notes-markdown/propose'
import { toCardsYaml } from '@/lib/importers/notes-markdown/to-cards-yaml'
import type { Command } from './command'
import { readTextFile } from './read-text'

const usage =
  'notes FILE [--json] [--against OLD.json] [--out NEW.cards.yaml] [--least 0.6]: proposes cards from notes (.md, .ipynb), checks what can be checked'

const print = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (error) => (error ? reject(error) : resolve()))
  })

const pictures = /\.(?:svg|png|jpe?g|webp|avif|gif)$/i
const mostFolders = 200

/** Where a picture would stand in the deck; one whose name no figure has is called by the name's hash. */
const figureOf = (path: string): string => {
  const plain = `figures/${basename(path)}`
  return isFigure(plain) ? plain : `figures/notes-${hashText(path).slice(0, 16)}${extname(path).toLowerCase()}`
}

/** Pictures beside the notes. */
const imagesBeside = (file: string): readonly NotesImage[] => {
  const root = dirname(file)
  const found: NotesImage[] = []
  const waiting = [root]
  for (let folders = 0; folders < mostFolders; folders++) {
    const folder = waiting.pop()
    if (folder === undefined) break
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(path)
      else if (pictures.test(entry.name)) {
        const name = relative(root, path).replaceAll('\\', '/')
        found.push({ name, figure: figureOf(name) })
      }
    }
  }
  return found
}

/** Pictures inside a notebook. */
const imagesInside = (file: string, text: string): readonly NotesImage[] =>
  /\.ipynb$/i.test(file)
    ? notebookPictures(text).flatMap(({ name, data, within }): NotesImage[] => {
        const figure = figureFrom(data)
        return figure === null ? [] : [{ name, figure: figure.path, within }]
      })
    : []

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
  readonly before: readonly Known[] | null
  readonly out: string | null
  readonly least: number
}

const run = async (file: string, text: string, { json, before, out, least }: Options): Promise<number> => {
  const { cards: fresh, diagnostics } = proposeCards(text, {
    fileName: file,
    images: [...imagesBeside(file), ...imagesInside(file, text)],
  })
  const { cards, changes } = before === null ? { cards: fresh, changes: null } : reconcile(before, fresh)
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

/** Why nothing was read: in words, or as JSON where JSON was asked for. */
interface Complaint {
  readonly code: 1 | 2
  readonly message: string
  readonly hint: string
}

interface Call {
  readonly file: string
  readonly text: string
  readonly options: Options
}

const misuse = (message: string): Complaint => ({ code: 2, message, hint: `Call: ${usage}` })

const parse = (args: readonly string[]) => {
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
    return misuse(error instanceof Error ? error.message : String(error))
  }
}

const readCall = async (args: readonly string[]): Promise<Call | Complaint> => {
  const parsed = parse(args)
  if ('code' in parsed) return parsed
  const { values, positionals } = parsed
  const [file] = positionals
  if (file === undefined || positionals.length > 1) return misuse('Name one file of notes.')
  const text = await readTextFile(file)
  if (!text.ok) return { code: 1, ...text.error }
  const { against, out = null } = values
  const old = against === undefined ? null : await readTextFile(against)
  if (old !== null && !old.ok) return { code: 1, ...old.error }
  const before = old === null ? null : readRun(old.value)
  if (before !== null && !before.ok)
    return {
      code: 2,
      message: `${against} is not the JSON of an earlier run: ${before.error}`,
      hint: 'Name what notes --json printed.',
    }
  if (out !== null && existsSync(out))
    return { code: 1, message: `${out} exists already and was left alone.`, hint: 'Name a new file.' }
  const least = Number(values.least ?? '0')
  if (!(least >= 0 && least <= 1)) return misuse(`--least is a confidence between 0 and 1, not "${values.least}".`)
  return { file, text: text.value, options: { json: values.json === true, before: before?.value ?? null, out, least } }
}

/** Proposes cards for a person to accept, edit or drop; writes a deck file only where asked. */
export const notes: Command = {
  usage,
  run: async (args) => {
    const call = await readCall(args)
    if (!('code' in call)) return run(call.file, call.text, call.options)
    const { code, message, hint } = call
    if (args.includes('--json')) {
      const diagnostic = { severity: 'error', path: '', line: 1, column: 1, message, hint }
      await print(JSON.stringify({ cards: [], diagnostics: [diagnostic] }))
    } else console.error(`${message}\n${hint}`)
    return code
  },
}
