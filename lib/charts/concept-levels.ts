import type { ConceptId } from '@/lib/core/id'
import type { ChartCard } from './build'

export interface ConceptLevel {
  readonly concept: ConceptId
  readonly cards: number
  /** Cards seen at least once. */
  readonly started: number
  /** Sum of the chances of recalling those. */
  readonly recall: number
}

/** Memory by main concept, in the order of the cards. */
export const conceptLevels = (cards: readonly ChartCard[]): readonly ConceptLevel[] => {
  const found = new Map<ConceptId, { cards: number; started: number; recall: number }>()
  for (const { concept, recall } of cards) {
    if (concept === null) continue
    let level = found.get(concept)
    if (!level) {
      level = { cards: 0, started: 0, recall: 0 }
      found.set(concept, level)
    }
    level.cards++
    if (recall === null) continue
    level.started++
    level.recall += recall
  }
  return [...found].map(([concept, level]) => ({ concept, ...level }))
}

const knownFrom = 0.8

/** A concept is known when the cards begun are at least half of it and would be recalled with 80 % on average. */
export const isKnown = ({ cards, started, recall }: ConceptLevel): boolean =>
  started > 0 && 2 * started >= cards && recall / started >= knownFrom
