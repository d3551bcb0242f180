import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { CardReader } from '../card-reader'
import { type Formulas, makeFormulas } from '../markdown/formulas'
import { checkCharacters } from './check-characters'
import type { About, DeckFile, DeckReading } from './deck'
import { cardsText, readGround } from './deck-ground'
import { readAbout } from './read-about'
import { readCards } from './read-cards'
import { tellTwins } from './tell-twins'

/** Without what some editors put into files: a byte order mark, other ends of lines. */
export const unmark = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

const readAll = (
  about: About,
  files: readonly DeckFile[],
  types: readonly CardReader[],
  formulas: Formulas,
  diagnostics: Diagnostic[],
) => {
  const { concepts, sections, context, fences, diagnostics: found } = readGround(about, files, types, formulas)
  diagnostics.push(...found)
  const cards = [...files.flatMap((file) => cardsText(file) ?? []), ...fences].flatMap((text) => {
    const read = readCards(text, context)
    diagnostics.push(...read.diagnostics)
    return read.cards
  })
  diagnostics.push(...tellTwins(cards))
  return { about, concepts, sections, cards, formulas }
}

/**
 * A folder's files as a deck. Pure: contents in, no disk; order of the files does not matter. Figures are passed with an
 * empty text. With any error there is no deck, and every fault found on the way is told.
 */
export const readDeck = (
  given: readonly DeckFile[],
  types: readonly CardReader[],
  /** Those of an earlier reading save reading its texts once more. */
  formulas: Formulas = makeFormulas(),
): DeckReading => {
  const diagnostics: Diagnostic[] = []
  const files = given
    .map(({ path, text }) => ({ path, text: unmark(text) }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  for (const file of files) {
    const unreadable = checkCharacters(file)
    if (unreadable !== null) diagnostics.push(unreadable)
  }
  const aboutFile = files.find((file) => /(^|\/)deck\.yaml$/.test(file.path))
  if (aboutFile === undefined) {
    const message = 'There is no deck.yaml.'
    const hint = 'Add one with id, title, author, licence and source.'
    diagnostics.push({ severity: 'error', file: 'deck.yaml', path: '', line: 1, column: 1, message, hint })
    return { deck: null, draft: null, diagnostics }
  }
  const { about, diagnostics: inAbout } = readAbout(aboutFile)
  diagnostics.push(...inAbout)
  if (about === null) return { deck: null, draft: null, diagnostics }
  const deck = readAll(about, files, types, formulas, diagnostics)
  return { deck: diagnostics.some(isError) ? null : deck, draft: deck, diagnostics }
}
