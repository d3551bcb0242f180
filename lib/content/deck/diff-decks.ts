import type { BundledCard } from '../bundle'

type Known = Pick<BundledCard, 'id' | 'revision' | 'concepts' | 'section'>

/** What publishing does to the cards people already review. Ids are identity: only they decide who is who. */
export interface DeckDiff {
  readonly added: readonly string[]
  /** The same card says something else; its memory stays. */
  readonly changed: readonly string[]
  /** Says the same under another concept or section. */
  readonly moved: readonly string[]
  /** No longer asked; its history stays. */
  readonly retired: readonly string[]
}

export const diffDecks = (old: readonly Known[], next: readonly Known[]): DeckDiff => {
  const before = new Map(old.map((card) => [card.id, card]))
  const after = new Set(next.map((card) => card.id))
  const place = (card: Known) => JSON.stringify([card.concepts, card.section])
  const pairs = next.flatMap((card) => {
    const was = before.get(card.id)
    return was === undefined ? [] : [{ card, was }]
  })
  return {
    added: next.filter((card) => !before.has(card.id)).map((card) => card.id),
    changed: pairs.filter(({ card, was }) => card.revision !== was.revision).map(({ card }) => card.id),
    moved: pairs
      .filter(({ card, was }) => card.revision === was.revision && place(card) !== place(was))
      .map(({ card }) => card.id),
    retired: old.filter((card) => !after.has(card.id)).map((card) => card.id),
  }
}
