import type { CardId, ConceptId } from '@/lib/core/id'
import { drawPaper } from '../paper/draw-paper'
import { conceptWeights } from './concept-weights'

/** A card that a practice paper may ask. */
export interface PracticeItem {
  readonly id: CardId
  readonly concept: ConceptId | null
  /** Expected share of credit that is missed, 0..1. */
  readonly difficulty: number
}

/**
 * A practice paper: `count` cards of the scope, every concept as likely as another, and any two papers about equally hard. The
 * same seed always draws the same paper. Fewer where there are no more.
 */
export const drawPractice = (items: readonly PracticeItem[], count: number, seed: string): readonly CardId[] => {
  const weights = conceptWeights(items)
  const ids = new Map<string, CardId>(items.map(({ id }) => [id, id]))
  const pool = items.map(({ id, difficulty }) => ({ id, difficulty, forms: 1, weight: weights.get(id) ?? 1 }))
  return drawPaper([{ id: 'practice', take: count, points: 1, shuffle: true, pool }], seed).flatMap(
    ({ item }) => ids.get(item) ?? [],
  )
}
