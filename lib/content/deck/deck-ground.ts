import type { Diagnostic } from '@/lib/core/diagnostic'
import type { CardReader } from '../card-reader'
import { type Formulas, makeFormulas } from '../markdown/formulas'
import { makeFieldCheck, type Targets } from './check-field'
import { checkSectionLinks, makeTargets } from './check-links'
import type { About, Concept, DeckFile, Section } from './deck'
import { pairSections } from './pair-sections'
import type { CardsContext, CardsText } from './read-cards'
import { readConcepts } from './read-concepts'
import { isSection, readSection, type SectionReader } from './read-section'

/** What a deck's cards are read against: its concepts and sections, and where links may lead. */
export interface DeckGround {
  readonly about: About
  readonly concepts: readonly Concept[]
  readonly sections: readonly Section[]
  readonly formulas: Formulas
  readonly targets: Targets
  readonly context: CardsContext
  /** Cards that stand inside sections. */
  readonly fences: readonly CardsText[]
  readonly diagnostics: readonly Diagnostic[]
}

/** `name.cards.yaml` or `name.part.cards.yaml`: the cards of section `name`. */
const cardsFile = /([^/.]+)(?:\.[^/]+)?\.cards\.ya?ml$/

/** A file of cards as a text to read, with the section it belongs to; null for any other file. */
export const cardsText = ({ path, text }: DeckFile): CardsText | null => {
  const name = cardsFile.exec(path)?.[1]
  return name === undefined ? null : { file: path, text, section: name, type: null }
}

/** Cards inside a section, padded with blank lines and columns so that they keep their places in its file. */
const fencesIn = (sections: readonly Section[], types: readonly CardReader[]): readonly CardsText[] =>
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

/** How sections and concepts are read. */
export interface GroundReaders {
  readonly section: SectionReader
  readonly concepts: typeof readConcepts
}

/** Words that open a card inside a section. */
export const fenceWords = (types: readonly CardReader[]): ReadonlySet<string> =>
  new Set(['card', ...types.filter((type) => type.impliedBy !== null).map((type) => type.name)])

/** Reads everything of a deck but its cards. */
export const readGround = (
  about: About,
  files: readonly DeckFile[],
  types: readonly CardReader[],
  /** Those of an earlier reading save setting its formulas once more. */
  formulas: Formulas = makeFormulas(),
  /** Those that remember read again only what was changed. */
  readers: GroundReaders = { section: readSection, concepts: readConcepts },
): DeckGround => {
  const diagnostics: Diagnostic[] = []
  const conceptsFile = files.find((file) => /(^|\/)concepts\.yaml$/.test(file.path))
  const { concepts, diagnostics: inConcepts } =
    conceptsFile === undefined ? { concepts: [], diagnostics: [] } : readers.concepts(conceptsFile, about.languages)
  diagnostics.push(...inConcepts)
  const byId = new Map<string, Concept>(concepts.map((concept) => [concept.id, concept]))
  const known = new Set(byId.keys())
  const words = fenceWords(types)
  const readings = files
    .filter((file) => isSection(file.path))
    .flatMap((file) => {
      const { section, diagnostics: found } = readers.section(file, formulas, known, words)
      diagnostics.push(...found)
      return section === null ? [] : [section]
    })
  const { sections, diagnostics: unpaired } = pairSections(readings, about.languages)
  diagnostics.push(...unpaired)
  const targets = makeTargets(known, sections, files)
  diagnostics.push(...checkSectionLinks(sections, targets))
  const context: CardsContext = {
    about,
    concepts: byId,
    sections: new Set(sections.map((section) => section.id)),
    types,
    check: makeFieldCheck(formulas, targets),
  }
  return { about, concepts, sections, formulas, targets, context, fences: fencesIn(sections, types), diagnostics }
}
