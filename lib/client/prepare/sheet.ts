import type { ConceptId } from '@/lib/core/id'
import { formulaSheet, type SheetFormula } from '@/lib/exam/prepare/formula-sheet'
import type { ScopeCard } from './scope-cards'

export interface PlacedFormula extends SheetFormula {
  /** Where it stands in the notes. */
  readonly place: string
}

/** The formulas of a scope, weakest concept first. */
export const sheetOf = (cards: readonly ScopeCard[]): readonly PlacedFormula[] => {
  const sums = new Map<ConceptId, { recall: number; cards: number }>()
  for (const { concepts, recall } of cards) {
    const [concept] = concepts
    if (concept === undefined || recall === null) continue
    const sum = sums.get(concept) ?? { recall: 0, cards: 0 }
    sums.set(concept, { recall: sum.recall + recall, cards: sum.cards + 1 })
  }
  const recallOf = ({ concepts, recall }: ScopeCard): number | null => {
    const sum = concepts[0] === undefined ? undefined : sums.get(concepts[0])
    return sum === undefined ? recall : sum.recall / sum.cards
  }
  const places = new Map(cards.map(({ id, card }) => [id, card.heading.at(-1) ?? '']))
  return formulaSheet(cards.map((card) => ({ id: card.id, content: card.card.content, recall: recallOf(card) }))).map(
    (formula) => ({ ...formula, place: places.get(formula.card) ?? '' }),
  )
}
