import { type Diagnostic, isError } from '@/lib/core/diagnostic'
import type { CardReader } from '../card-reader'
import { type Formulas, makeFormulas } from '../markdown/formulas'
import { checkCharacters } from './check-characters'
import { makeFieldCheck } from './check-field'
import { checkSectionLinks, makeTargets } from './check-links'
import type { About, Concept, DeckCard, DeckFile, DeckReading, Section } from './deck'
import { pairSections } from './pair-sections'
import { readAbout } from './read-about'
import { type CardsContext, type CardsText, readCards } from './read-cards'
import { readConcepts } from './read-concepts'
import { isSection, readSection } from './read-section'

const unmark = (text: string): string => text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')

/** `name.cards.yaml` or `name.part.cards.yaml`: the cards of section `name`. */
const cardsFile = /([^/.]+)(?:\.[^/]+)?\.cards\.ya?ml$/

/** Cards inside a section, padded with blank lines and columns so that they keep their places in its file. */
const fences = (sections: readonly Section[], types: readonly CardReader[]): readonly CardsText[] =>
  sections.flatMap((section) => {
    const seen = new Set<string>()
    return Object.values(section.editions).flatMap((edition) =>
      edition.met.fences.flatMap((fence): CardsText[] => {
        // A card fenced alike in both languages of a section is one card.
        if (seen.has(fence.text)) return []
        seen.add(fence.text)
        const indent = ' '.repeat(fence.column - 1)
        const body = fence.text.split('\n').map((line) => (line === '' ? '' : indent + line))
        const type = types.find(({ name }) => name === fence.word)?.name ?? null
        const text = '\n'.repeat(fence.line - 1) + body.join('\n')
        return [{ file: edition.file, text, section: section.id, type }]
      }),
    )
  })

const tellTwins = (cards: readonly DeckCard[], diagnostics: Diagnostic[]): void => {
  const first = new Map<string, DeckCard>()
  for (const card of cards) {
    const twin = first.get(card.id)
    if (twin === undefined) first.set(card.id, card)
    else
      diagnostics.push({
        severity: 'error',
        file: card.file,
        path: '',
        ...card.place,
        message: `The card "${card.id.slice(card.id.indexOf('/') + 1)}" stands already in ${twin.file}:${twin.place.line}.`,
        hint: 'Give one of them another id; memory hangs on ids.',
      })
  }
}

const readAll = (
  about: About,
  files: readonly DeckFile[],
  types: readonly CardReader[],
  formulas: Formulas,
  diagnostics: Diagnostic[],
) => {
  const conceptsFile = files.find((file) => /(^|\/)concepts\.yaml$/.test(file.path))
  const { concepts, diagnostics: inConcepts } =
    conceptsFile === undefined ? { concepts: [], diagnostics: [] } : readConcepts(conceptsFile, about.languages)
  diagnostics.push(...inConcepts)
  const byId = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]))
  const words = new Set(['card', ...types.filter((type) => type.impliedBy !== null).map((type) => type.name)])
  const readings = files
    .filter((file) => isSection(file.path))
    .flatMap((file) => {
      const { section, diagnostics: found } = readSection(file, formulas, new Set(byId.keys()), words)
      diagnostics.push(...found)
      return section === null ? [] : [section]
    })
  const { sections, diagnostics: unpaired } = pairSections(readings, about.languages)
  diagnostics.push(...unpaired)
  const targets = makeTargets(new Set(byId.keys()), sections, files)
  diagnostics.push(...checkSectionLinks(sections, targets))
  const context: CardsContext = {
    about,
    concepts: byId,
    sections: new Set(sections.map((section) => section.id)),
    types,
    check: makeFieldCheck(formulas, targets),
  }
  const texts: readonly CardsText[] = [
    ...files.flatMap(({ path, text }) => {
      const name = cardsFile.exec(path)?.[1]
      return name === undefined ? [] : [{ file: path, text, section: name, type: null }]
    }),
    ...fences(sections, types),
  ]
  const cards = texts.flatMap((text) => {
    const read = readCards(text, context)
    diagnostics.push(...read.diagnostics)
    return read.cards
  })
  tellTwins(cards, diagnostics)
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
