import type { Deck, DeckCard } from '@/lib/content/deck/deck'
import { languages } from '@/lib/core/language'

/** What a deck has of one concept. */
export interface ConceptCount {
  readonly cards: number
  readonly compute: number
  readonly en: boolean
  readonly zh: boolean
}

export interface StudyCount {
  readonly concepts: number
  /** Concepts with at least one card that has them as its main one. */
  readonly covered: number
  readonly computable: number
  /** Computable concepts with at least one question that is computed. */
  readonly computed: number
  readonly cards: number
  readonly compute: number
}

export interface Survey {
  readonly totals: StudyCount & {
    readonly decks: number
    readonly sections: number
    readonly studies: { readonly [study: string]: StudyCount }
    readonly types: { readonly [type: string]: number }
    readonly languages: { readonly [language: string]: number }
  }
  readonly concepts: { readonly [concept: string]: ConceptCount }
}

const tally = (names: readonly string[]): { readonly [name: string]: number } => {
  const result: { [name: string]: number } = {}
  for (const name of names) result[name] = (result[name] ?? 0) + 1
  return result
}

const speaks = (card: DeckCard, language: 'en' | 'zh'): boolean =>
  card.read.texts(language).some((text) => text.trim() !== '')

const countConcept = (cards: readonly DeckCard[]): ConceptCount => ({
  cards: cards.length,
  compute: cards.filter((card) => card.type.practice).length,
  en: cards.length > 0 && cards.every((card) => speaks(card, 'en')),
  zh: cards.length > 0 && cards.every((card) => speaks(card, 'zh')),
})

/** Counts over decks: per study, concept, type and language. A card counts for its main concept. */
export const survey = (decks: readonly Deck[]): Survey => {
  const cards = decks.flatMap((deck) => deck.cards)
  const concepts = decks.flatMap((deck) => deck.concepts)
  const byConcept = new Map<string, DeckCard[]>()
  for (const card of cards) {
    const main = card.concepts[0] ?? ''
    byConcept.set(main, [...(byConcept.get(main) ?? []), card])
  }
  const counts = concepts.map((concept) => ({ concept, count: countConcept(byConcept.get(concept.id) ?? []) }))
  const countStudy = (some: typeof counts): StudyCount => ({
    concepts: some.length,
    covered: some.filter(({ count }) => count.cards > 0).length,
    computable: some.filter(({ concept }) => concept.computable).length,
    computed: some.filter(({ concept, count }) => concept.computable && count.compute > 0).length,
    cards: some.reduce((sum, { count }) => sum + count.cards, 0),
    compute: some.reduce((sum, { count }) => sum + count.compute, 0),
  })
  const studies = [...new Set(concepts.map((concept) => concept.study))].sort((a, b) => a - b)
  return {
    totals: {
      ...countStudy(counts),
      decks: decks.length,
      sections: decks.reduce((sum, deck) => sum + deck.sections.length, 0),
      studies: Object.fromEntries(
        studies.map((study) => [study, countStudy(counts.filter(({ concept }) => concept.study === study))]),
      ),
      types: tally(cards.map((card) => card.type.name)),
      languages: tally(cards.flatMap((card) => languages.filter((language) => speaks(card, language)))),
    },
    concepts: Object.fromEntries(counts.map(({ concept, count }) => [concept.id, count])),
  }
}
