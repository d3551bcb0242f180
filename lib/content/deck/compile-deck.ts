import type { DeckId } from '@/lib/core/id'
import { inLanguage, type Language, type Words } from '@/lib/core/language'
import type { Bundle, BundledAbout, BundledCard, BundledConcept, BundledSection } from '../bundle'
import { makeTypesetter } from '../markdown/typeset'
import type { Typesetter } from '../typesetter'
import type { Deck, DeckCard } from './deck'
import { introductionOrder } from './order'
import { deckVersion } from './version'

/** Everything a version of a deck publishes, one edition a language. */
export interface CompiledDeck {
  readonly id: DeckId
  readonly version: string
  readonly title: Words
  /** False for a deck that is only tested, never shown to learners. */
  readonly publish: boolean
  readonly languages: readonly Edition[]
}

export interface Edition {
  readonly language: Language
  readonly about: BundledAbout
  readonly bundle: Bundle
  readonly sections: readonly BundledSection[]
  readonly concepts: readonly BundledConcept[]
}

const headingOf = (deck: Deck, card: DeckCard, language: Language): readonly string[] => {
  const study = deck.about.studies.find(({ number }) => number === card.study)
  const section = deck.sections.find(({ id }) => id === card.section)?.editions
  const title = section?.[language]?.title ?? section?.en?.title ?? section?.zh?.title
  const first = study === undefined ? `Study ${card.study}` : inLanguage(study.title, language)
  return title === undefined ? [first] : [first, title]
}

const compileCard = (deck: Deck, card: DeckCard, set: Typesetter, language: Language): BundledCard => ({
  id: card.id,
  revision: card.revision,
  type: card.type.name,
  concepts: card.concepts,
  practice: card.type.practice,
  tags: card.tags,
  heading: headingOf(deck, card, language),
  section: card.section,
  content: card.read.compile(set, language),
})

const compileEdition = (deck: Deck, cards: readonly DeckCard[], version: string, language: Language): Edition => {
  const { about } = deck
  const set = makeTypesetter(language, deck.formulas)
  return {
    language,
    about: {
      author: inLanguage(about.author, language),
      licence: about.licence,
      source: inLanguage(about.source, language),
      studies: about.studies.map(({ number, title }) => ({ number, title: inLanguage(title, language) })),
    },
    bundle: {
      format: 1,
      deck: about.id,
      version,
      language,
      title: inLanguage(about.title, language),
      author: inLanguage(about.author, language),
      licence: about.licence,
      source: inLanguage(about.source, language),
      cards: cards.map((card) => compileCard(deck, card, set, language)),
    },
    sections: deck.sections.flatMap(({ editions, order: _, ...section }) => {
      const text = editions[language]
      return text === undefined ? [] : [{ ...section, language, title: text.title, blocks: text.blocks }]
    }),
    concepts: deck.concepts.map(({ id, title, study, computable, prerequisites }) => ({
      id,
      title: inLanguage(title, language),
      study,
      computable,
      prerequisites,
    })),
  }
}

/** A deck without faults becomes bundles and pages: formulas set, Markdown gone, cards in the order they are introduced. */
export const compileDeck = (deck: Deck): CompiledDeck => {
  const version = deckVersion(deck)
  const cards = introductionOrder(deck)
  return {
    id: deck.about.id,
    version,
    title: deck.about.title,
    publish: deck.about.publish,
    languages: deck.about.languages.map((language) => compileEdition(deck, cards, version, language)),
  }
}
