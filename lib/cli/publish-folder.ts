import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { Database } from '@/lib/server/db/client'
import { keepSource, sourceOf } from '@/lib/server/services/deck-source'
import { type Figure, nameFigures } from '@/lib/server/services/figures'
import { publishDeck } from '@/lib/server/services/publish-deck'
import { readMark, writeMark } from '@/lib/server/services/publish-mark'
import { readDeckFolder, readFigures } from './deck-folder'
import { lintQuestions } from './lint-questions'

export type Publication =
  | { readonly kind: 'published' | 'unchanged'; readonly deck: string; readonly diagnostics: readonly Diagnostic[] }
  /** Its deck.yaml says `publish: false`. */
  | { readonly kind: 'kept-back'; readonly deck: string; readonly diagnostics: readonly Diagnostic[] }
  /** Has faults; what was published before stays. */
  | { readonly kind: 'refused'; readonly deck: string; readonly diagnostics: readonly Diagnostic[] }

/** Which build of the program reads the content: another one may set the same text differently. */
const buildId = (): string => {
  const file = join(process.cwd(), '.next', 'BUILD_ID')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** What a folder's publication is known by; the same folder and program give the same. */
export const markOf = (files: readonly DeckFile[], figures: readonly Figure[]): string => {
  const hash = createHash('sha256').update(JSON.stringify({ files, build: buildId() }))
  for (const figure of figures) hash.update(figure.data)
  return hash.digest('base64url')
}

/** Publishes one deck's folder. A folder and a program that have not changed are not even read through. */
export const publishFolder = async (db: Database, folder: string, now: Date): Promise<Publication> => {
  const deck = basename(folder)
  const files = readDeckFolder(folder)
  const figures = readFigures(folder)
  const mark = markOf(files, figures)
  if ((await readMark(db, deck)) === mark) return { kind: 'unchanged', deck, diagnostics: [] }

  const reading = readDeck(files, cardTypes)
  const read = reading.diagnostics.map((one) => ({ ...one, file: join(folder, one.file ?? '') }))
  // A key that the two engines do not share is no key: such a question keeps the whole deck back.
  const linted = read.some(isError) ? [] : (await lintQuestions(folder)).diagnostics
  const diagnostics = [...read, ...linted]
  if (reading.deck === null || diagnostics.some(isError)) return { kind: 'refused', deck, diagnostics }
  if (!reading.deck.about.publish) {
    await writeMark(db, deck, mark)
    return { kind: 'kept-back', deck, diagnostics }
  }
  const named = nameFigures(compileDeck(reading.deck), figures)
  const kind = await publishDeck(db, named.deck, named.figures, now)
  await keepSource(db, named.deck.id, named.deck.version, sourceOf(reading.deck.about, files, figures, named.figures))
  await writeMark(db, deck, mark)
  return { kind, deck, diagnostics }
}
