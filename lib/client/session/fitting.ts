import type { ListedCard, ListedDeck } from '@/lib/content/bundle'
import { makeShelf, type Shelf, without } from './shelf'

/** Leaves cards and types out of a sitting that could not be shown in it; they wait for another. */
export interface Fitting {
  readonly shelfOf: (decks: readonly ListedDeck[]) => Shelf
  /** `name` is that of a card or of a type. */
  readonly leaveOut: (shelf: Shelf, name: string) => Shelf
  /** Tries everything again, as in another language. */
  readonly forget: () => void
}

export const makeFitting = (knows: (type: string) => boolean): Fitting => {
  const unfit = new Set<string>()
  const goes = ({ id, type }: ListedCard) => unfit.has(id) || unfit.has(type)
  return {
    shelfOf: (decks) => (unfit.size === 0 ? makeShelf(decks, knows) : without(makeShelf(decks, knows), goes)),
    leaveOut: (shelf, name) => {
      unfit.add(name)
      return without(shelf, goes)
    },
    forget: () => unfit.clear(),
  }
}
