import 'server-only'
import type { Language } from '@/lib/core/language'
import { ok, type Result, refuse } from '@/lib/core/result'
import { openPackage } from '@/lib/importers/anki/archive/open-package'
import type { CardFields } from '@/lib/importers/anki/cards/deck-files'
import { cardIdOf } from '@/lib/importers/anki/cards/identity'
import { readCollection } from '@/lib/importers/anki/collection/read-collection'
import { type CollectionImport, type ImportGround, importCollection } from '@/lib/importers/anki/import-collection'
import { orRefusal } from '@/lib/importers/anki/import-package'
import type { FileConcept } from '@/lib/importers/concepts-file'
import { importFile } from '@/lib/importers/import-file'
import type { Import } from '@/lib/importers/importer'
import { refusalWords } from '@/lib/importers/reason-sentences'
import { outcomeOf, reasonWeights } from '@/lib/importers/reasons'
import { languageOf } from '@/lib/importers/text/language-of'
import type { ReviewEvent } from '@/lib/schedule/event'
import type { ImportedRow, ImportPreview, ImportRefusal } from '@/lib/sync/file-import'
import { loadTables } from '../anki/sqlite'
import type { Loss } from './losses'
import { utf8OfChinese } from './utf8-of-chinese'

export interface SourceRefusal {
  readonly reason: ImportRefusal
  readonly message: string
  readonly hint: string
}

/** A row of a file, with the ids of the cards that came of it. */
export interface SourceRow extends Omit<ImportedRow, 'brings' | 'choice'> {
  readonly cards: readonly string[]
}

/** A file as what a bank may take: whatever kind it is of. */
export interface SourceImport extends Pick<CollectionImport, 'figures'> {
  readonly title: string
  readonly languages: readonly Language[]
  readonly cards: readonly CardFields[]
  readonly concepts: readonly FileConcept[]
  readonly events: readonly ReviewEvent[]
  readonly preset: CollectionImport['report']['preset']
  readonly told: Pick<ImportPreview, 'container' | 'notes' | 'decks' | 'suspended' | 'flagged' | 'pictures'>
  readonly rows: readonly SourceRow[]
  readonly losses: readonly Loss[]
}

/** A file that could be opened: some ids of its cards, by which its bank is found, and the rest once the bank is known. */
export interface ReadSource {
  readonly ids: readonly string[]
  readonly convert: (ground: ImportGround) => Result<SourceImport, SourceRefusal>
}

/** So many tell a deck from every other. */
const mostIds = 200

const fromCollection = ({ language, report, ...read }: CollectionImport): SourceImport => ({
  ...read,
  languages: [language],
  preset: report.preset,
  told: {
    container: report.container,
    notes: report.notes,
    decks: report.decks,
    suspended: report.suspended,
    flagged: report.flagged,
    pictures: report.pictures,
  },
  rows: report.rows,
  losses: report.lossy.map(({ kind, left, guid, detail }) => ({
    kind,
    left,
    example: detail === '' ? (guid ?? '') : detail,
  })),
})

const readPackage = async (bytes: Uint8Array): Promise<Result<ReadSource, SourceRefusal>> => {
  const open = await loadTables()
  return orRefusal(() => {
    const opened = openPackage(bytes)
    const collection = readCollection(opened.collection, open)
    return {
      ids: collection.notes.slice(0, mostIds).flatMap(({ guid }) => [cardIdOf(guid, 0), cardIdOf(guid, 1)]),
      convert: (ground) => orRefusal(() => fromCollection(importCollection(collection, opened, ground))),
    }
  })
}

const lossesIn = (read: Import): readonly Loss[] =>
  read.rows.flatMap((row) => {
    const left = outcomeOf(row) === 'skipped' ? ('out' as const) : ('changed' as const)
    const losses = row.reasons.filter(({ kind }) => reasonWeights[kind] !== 'told')
    const named = losses.filter(({ kind }) => (reasonWeights[kind] === 'out') === (left === 'out'))
    // `weights` are of FSRS in a package of Anki.
    return named.map(({ kind }) => ({ kind: kind === 'weights' ? 'points' : kind, left, example: row.title }))
  })

const fromFile = (read: Import): SourceImport => {
  const concepts = [...new Map(read.cards.flatMap((card) => card.concepts).map((one) => [one.id, one])).values()]
  const texts = JSON.stringify(read.cards.map(({ fields }) => fields))
  const counts = new Map<string, number>()
  for (const { concepts: own } of read.cards) counts.set(own[0]?.id ?? '', (counts.get(own[0]?.id ?? '') ?? 0) + 1)
  return {
    title: read.title,
    languages: texts.includes('"zh":') ? ['en', 'zh'] : [languageOf(texts)],
    cards: read.cards.map(({ id, type, concepts: own, fields }) => ({
      id,
      type,
      concepts: own.map((concept) => concept.id),
      ...fields,
    })),
    concepts,
    figures: read.figures,
    events: [],
    preset: null,
    told: {
      container: 'text',
      notes: read.rows.filter(({ cards }) => cards.length > 0).length,
      decks: concepts.map(({ id, title }) => ({
        path: typeof title === 'string' ? title : id,
        cards: counts.get(id) ?? 0,
      })),
      suspended: 0,
      flagged: 0,
      pictures: read.figures.length,
    },
    rows: read.rows.map((row) => {
      const outcome = outcomeOf(row)
      return { ...row, outcome, source: outcome === 'skipped' ? row.source : '' }
    }),
    losses: lossesIn(read),
  }
}

/** Reads a text, in the encoding of Chinese spreadsheets too. */
const readText = (bytes: Uint8Array, name: string): ReturnType<typeof importFile> => {
  const read = importFile(bytes, name)
  const chinese = !read.ok && read.error.kind === 'not-text' ? utf8OfChinese(bytes) : null
  return chinese === null ? read : importFile(chinese, name)
}

/** Opens a file: a package of Anki by its name's ending, any other by what is in it. */
export const readSource = async (bytes: Uint8Array, name: string): Promise<Result<ReadSource, SourceRefusal>> => {
  if (/\.(apkg|colpkg)$/i.test(name)) return readPackage(bytes)
  const read = readText(bytes, name)
  if (!read.ok) {
    const { kind, detail, line } = read.error
    const place = [detail, line === null ? '' : `line ${line}`].filter(Boolean).join(', ')
    return refuse({ reason: kind, message: `${refusalWords[kind]}${place === '' ? '' : ` (${place})`}`, hint: '' })
  }
  const source = fromFile(read.value)
  if (source.cards.length === 0) return refuse({ reason: 'nothing-to-import', message: 'No row is a card.', hint: '' })
  return ok({ ids: source.cards.slice(0, mostIds).map(({ id }) => id), convert: () => ok(source) })
}
