import 'server-only'
import { stringify } from 'yaml'
import { cardTypes } from '@/lib/cards/list'
import { type CompiledDeck, compileDeck } from '@/lib/content/deck/compile-deck'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { BankAbout } from '@/lib/sync/bank'
import { lintFiles } from '../../question-gate'
import { type Figure, type NamedFigure, nameFigures } from '../figures'

/** A draft's file with everything in it. */
export interface WholeFile extends DeckFile {
  readonly data: Uint8Array<ArrayBuffer> | null
}

/** What a bank says of itself, as the `deck.yaml` a folder would have. */
export const deckYaml = (id: string, { title, languages, author, licence, source }: BankAbout): DeckFile => ({
  path: 'deck.yaml',
  text: stringify({ id, title, author, licence, source, languages, studies: [{ number: 1, title }] }, { lineWidth: 0 }),
})

export interface CheckedDraft {
  /** Null while anything in it cannot stand. */
  readonly deck: { readonly compiled: CompiledDeck; readonly figures: readonly NamedFigure[] } | null
  readonly diagnostics: readonly Diagnostic[]
}

const empty: Diagnostic = {
  severity: 'error',
  path: '',
  line: 1,
  column: 1,
  message: 'The bank has no cards.',
  hint: 'Write one, or accept some from notes.',
}

/** Reads a draft as a deck, runs the questions on both engines, and compiles it where nothing is at fault. */
export const checkDraft = async (id: string, about: BankAbout, files: readonly WholeFile[]): Promise<CheckedDraft> => {
  const reading = readDeck([deckYaml(id, about), ...files.map(({ path, text }) => ({ path, text }))], cardTypes)
  // A key that the two engines do not share is no key.
  const linted = reading.diagnostics.some(isError) ? [] : await lintFiles(files)
  const bare = reading.deck?.cards.length === 0 ? [empty] : []
  const diagnostics = [...reading.diagnostics, ...linted, ...bare]
  if (reading.deck === null || diagnostics.some(isError)) return { deck: null, diagnostics }
  const figures = files.flatMap(({ path, data }): Figure[] => (data === null ? [] : [{ path, data }]))
  const named = nameFigures(compileDeck(reading.deck), figures)
  return { deck: { compiled: named.deck, figures: named.figures }, diagnostics }
}
