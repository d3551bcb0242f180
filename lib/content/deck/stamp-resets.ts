import type { CompiledDeck } from './compile-deck'

/** When cards were started anew because they now mean something else, ms since 1970 by card id. */
export type Resets = Readonly<Record<string, number>>

/** A compiled deck whose cards say when their memory starts anew. A deck without resets stays as it was, to the letter. */
export const stampResets = (deck: CompiledDeck, resets: Resets): CompiledDeck => ({
  ...deck,
  languages: deck.languages.map((edition) => ({
    ...edition,
    bundle: {
      ...edition.bundle,
      cards: edition.bundle.cards.map((card) => {
        const at = Object.hasOwn(resets, card.id) ? resets[card.id] : undefined
        return at === undefined ? card : { ...card, resetAt: at }
      }),
    },
  })),
})
