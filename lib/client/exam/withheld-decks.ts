import type { Decks } from '../decks'
import type { Withheld } from './withheld'

/**
 * The decks of this device without what an open exam withholds: neither listed nor given out when a card is opened, so that a
 * sitting which began before the exam, in this tab or another, comes to none of it either.
 */
export const withheldDecks = (decks: Decks, { from, filter }: Pick<Withheld, 'from' | 'filter'>): Decks => ({
  ...decks,
  held: async (language) => from(await decks.held(language)),
  open: async (language) => {
    const [found, shown] = await Promise.all([decks.open(language), filter()])
    return typeof found === 'string' ? found : shown(found)
  },
  cards: async (deck, cards) => {
    const [left] = await from([{ ...deck, cards }])
    return decks.cards(deck, left?.cards ?? [])
  },
  whole: async (deck) => {
    const whole = await decks.whole(deck)
    const [left] = await from([whole])
    return left ?? whole
  },
})
