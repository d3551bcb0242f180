import type { Section, WrittenCard } from '../deck/deck'
import { type CardChange, cardChange } from './card-change'

/** A section of the notes that reads differently. */
export interface SectionChange {
  readonly id: string
  readonly title: string
  readonly kind: 'added' | 'changed' | 'gone'
}

/** What publishing would change for learners, card by card. */
export interface DeckChanges {
  /** In the order of the new deck; what is gone stands last. */
  readonly cards: readonly CardChange[]
  readonly sections: readonly SectionChange[]
  /** Cards that stay as they are. */
  readonly same: number
}

const titleOf = ({ id, editions }: Section): string => editions.en?.title ?? editions.zh?.title ?? id

const sourcesOf = ({ editions, order, study }: Section): string =>
  JSON.stringify([order, study, ...Object.values(editions).map(({ source }) => source)])

const sectionChanges = (before: readonly Section[], after: readonly Section[]): readonly SectionChange[] => {
  const old = new Map(before.map((section) => [section.id, section]))
  const now = new Set(after.map(({ id }) => id))
  return [
    ...after.flatMap((section): readonly SectionChange[] => {
      const was = old.get(section.id)
      if (was !== undefined && sourcesOf(was) === sourcesOf(section)) return []
      return [{ id: section.id, title: titleOf(section), kind: was === undefined ? 'added' : 'changed' }]
    }),
    ...before
      .filter(({ id }) => !now.has(id))
      .map((section): SectionChange => ({ id: section.id, title: titleOf(section), kind: 'gone' })),
  ]
}

/** What of a deck can be compared. */
export interface WrittenDeck {
  readonly cards: readonly WrittenCard[]
  readonly sections: readonly Section[]
}

/** Two readings of a deck compared as a reader would: null `before` is a deck that was never published. */
export const deckChanges = (before: WrittenDeck | null, after: WrittenDeck): DeckChanges => {
  const old = new Map((before?.cards ?? []).map((card) => [card.id, card]))
  const now = new Set(after.cards.map(({ id }) => id))
  const here = after.cards.map((card) => cardChange(old.get(card.id) ?? null, card))
  const gone = (before?.cards ?? []).filter(({ id }) => !now.has(id)).map((card) => cardChange(card, null))
  const cards = [...here, ...gone].filter((change) => change !== null)
  return {
    cards,
    sections: sectionChanges(before?.sections ?? [], after.sections),
    same: here.filter((change) => change === null).length,
  }
}
