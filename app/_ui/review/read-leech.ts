import type { Learner } from '@/lib/client/learner'
import type { BundledConcept } from '@/lib/content/bundle'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import type { Language } from '@/lib/core/language'
import { readConceptMemory } from '../map/read-memory'

/** What a concept builds on, with the learner's memory of it. */
export interface Prerequisite {
  readonly id: ConceptId
  readonly title: string
  /** Mean chance of recall today, 0..1; null while nothing of it was begun. */
  readonly recall: number | null
}

export const deckOf = (card: CardId): DeckId => asId<DeckId>(card.slice(0, Math.max(0, card.indexOf('/'))))

/** Read once from this application's own server, so the shape is that of its service. */
const readConcepts = async (deck: DeckId, language: Language): Promise<readonly BundledConcept[]> => {
  const response = await fetch(`/api/decks/${encodeURIComponent(deck)}/concepts?language=${language}`)
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
  const body: { readonly concepts: readonly BundledConcept[] } = await response.json()
  return body.concepts
}

/** The prerequisites of a card's main concept, weakest memory first. @throws without a network. */
export const readPrerequisites = async (
  learner: Learner,
  card: { readonly id: CardId; readonly concepts: readonly ConceptId[] },
  language: Language,
): Promise<readonly Prerequisite[]> => {
  const deck = deckOf(card.id)
  const [concepts, memory] = await Promise.all([
    readConcepts(deck, language),
    readConceptMemory(learner, deck, language),
  ])
  const titles = new Map(concepts.map((concept) => [concept.id, concept]))
  const needed = titles.get(card.concepts[0] ?? asId<ConceptId>(''))?.prerequisites ?? []
  return needed
    .flatMap((id) => {
      const concept = titles.get(id)
      return concept ? [{ id, title: concept.title, recall: memory.get(id)?.recall ?? null }] : []
    })
    .sort((a, b) => (a.recall ?? 0) - (b.recall ?? 0))
}
