import { type Pace, pacedUntil } from '@/lib/schedule/class-pace'
import type { DeckStanding } from '@/lib/sync/class-report'

/** A deck of a class as far as anybody's standing with it goes. */
export interface PacedDeck {
  readonly deck: string
  readonly pace: Pace
  readonly cards: readonly { readonly id: string; readonly section: string | null }[]
}

/**
 * How far somebody is with a deck: the cards answered since joining, and those the pace wanted begun before `today`. What was
 * learned before joining is nobody's business, and counts once it is answered here.
 */
export const deckStanding = (
  { deck, pace, cards }: PacedDeck,
  answered: Pick<ReadonlySet<string>, 'has'>,
  today: number,
): DeckStanding => {
  const paced = cards.map(({ id, section }) => ({ section, begun: answered.has(id) }))
  return {
    deck,
    total: cards.length,
    begun: paced.filter(({ begun }) => begun).length,
    paced: pacedUntil(pace, paced, today),
  }
}
