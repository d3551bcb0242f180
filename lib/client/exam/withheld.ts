import type { ListedDeck } from '@/lib/content/bundle'
import { list, nullable, number, object, text } from '@/lib/core/decode'
import { type Fetch, fetchJson } from '../fetch-json'
import type { LearnerDatabase } from '../store/database'

const decode = object<{ readonly concepts: readonly string[]; readonly until: number | null }>({
  concepts: list(text(600), 10_000),
  until: nullable(number(0, 1e15)),
})

const key = 'withheld'

/** Concepts of an open exam of this person: their computed cards stay away until it is over. */
export interface Withheld {
  /** Asks the server anew. Without an answer what is known stays, until its own end. */
  readonly refresh: () => Promise<void>
  /** The decks without the computed cards of these concepts. */
  readonly from: <Deck extends ListedDeck>(decks: readonly Deck[]) => Promise<readonly Deck[]>
  /** What leaves those cards out of decks that are being read meanwhile. */
  readonly filter: () => Promise<<Deck extends ListedDeck>(decks: readonly Deck[]) => readonly Deck[]>
  /** Another text once other concepts are withheld. */
  readonly mark: () => Promise<string>
}

/** `onChange` is called once the server has told of other concepts than were known here. */
export const makeWithheld = (db: LearnerDatabase, fetch: Fetch, now: () => number, onChange: () => void): Withheld => {
  const known = async (): Promise<ReadonlySet<string>> => {
    const kept = decode(await db.get('meta', key))
    return new Set(kept.ok && kept.value.until !== null && now() < kept.value.until ? kept.value.concepts : [])
  }
  const mark = async () => JSON.stringify([...(await known())].sort())
  const filter: Withheld['filter'] = async () => {
    const concepts = await known()
    if (concepts.size === 0) return (decks) => decks
    return (decks) =>
      decks.map((deck) => ({
        ...deck,
        places: deck.places ?? deck.cards.map(({ id }) => id),
        // Cards with fresh numbers each time are those whose verdict is a computed key.
        cards: deck.cards.filter(
          (card) => !card.practice || !card.concepts.some((concept) => concepts.has(`${deck.deck}/${concept}`)),
        ),
      }))
  }
  return {
    refresh: async () => {
      const told = await fetchJson(fetch, '/api/exams/withheld', decode)
      if (!told.ok) return
      const before = await mark()
      await db.put('meta', told.value, key)
      if ((await mark()) !== before) onChange()
    },
    mark,
    filter,
    from: async (decks) => (await filter())(decks),
  }
}
