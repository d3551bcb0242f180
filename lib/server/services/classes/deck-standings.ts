import 'server-only'
import { pacedUntil } from '@/lib/schedule/class-pace'
import type { DeckStanding } from '@/lib/sync/class-report'
import type { Database } from '../../db/client'
import type { ClassDeck } from './class-decks'

/** Cards of a page of people at once: an id is bound for each person. */
const peopleAtOnce = 500

/** How far each of these people is with each deck: the cards they have begun, and those the pace wanted begun by now. */
export const deckStandings = async (
  db: Database,
  people: readonly string[],
  decks: readonly ClassDeck[],
  today: number,
): Promise<ReadonlyMap<string, readonly DeckStanding[]>> => {
  const begun = new Map<string, Set<string>>()
  for (let from = 0; from < people.length; from += peopleAtOnce) {
    const rows = await db.cardState.findMany({
      where: {
        userId: { in: people.slice(from, from + peopleAtOnce) },
        deckId: { in: decks.map(({ deck }) => deck) },
        stability: { not: null },
      },
      select: { userId: true, cardId: true },
    })
    for (const { userId, cardId } of rows) {
      const own = begun.get(userId)
      if (own) own.add(cardId)
      else begun.set(userId, new Set([cardId]))
    }
  }
  return new Map(
    people.map((person) => {
      const own = begun.get(person)
      return [
        person,
        decks.map(({ deck, pace, cards }) => {
          const paced = cards.map(({ id, section }) => ({ section, begun: own?.has(id) ?? false }))
          return {
            deck,
            total: cards.length,
            begun: paced.filter((card) => card.begun).length,
            paced: pacedUntil(pace, paced, today),
          }
        }),
      ]
    }),
  )
}
