import type { MarkingKey } from '@/lib/cards/marking/key'
import type { Block } from '@/lib/view/block'
import type { Input } from '@/lib/view/input'

/** One showing of a card with all that is needed to mark it elsewhere. */
export interface ItemVariant {
  /** From 1; null for a card that shows the same each time. */
  readonly number: number | null
  readonly question: readonly Block[]
  readonly input: Input
  /** Null where the learner alone decides. */
  readonly key: MarkingKey | null
  /** What unfolds afterwards. */
  readonly answer: readonly Block[]
  /** What is said to a wrong option, by its id. */
  readonly whys: ReadonlyMap<string, readonly Block[]>
}

/** A card with nothing of its type left. */
export interface Item {
  /** Within its deck. */
  readonly id: string
  readonly title: string
  /** The deck, then the concept. */
  readonly path: readonly string[]
  readonly tags: readonly string[]
  /** Steps between question and answer, or mistakes that are recognised. */
  readonly workings: boolean
  readonly variants: readonly ItemVariant[]
}

/** What an import of ours reads back: the card's id, and which frozen variant. */
export const itemName = (item: Item, { number }: ItemVariant, version: string): string =>
  number === null ? item.id : `${item.id}@${version.slice(0, 8)}#${number}`
