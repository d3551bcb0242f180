import type { ListedCard, ListedDeck } from '@/lib/content/bundle'
import type { CardId } from '@/lib/core/id'
import type { Json } from '@/lib/core/json'
import type { CardState } from '@/lib/schedule/card-state'

/** How far ahead a device is ready to go without a network. */
const daysReady = 14

/** Addresses of the figures a card shows. */
export const figuresIn = (content: Json): readonly string[] => [
  ...new Set([...JSON.stringify(content).matchAll(/"(\/figures\/[^"\\]+)"/g)].map(([, path = '']) => path)),
]

/** The cards that may be shown within the next days: those that come due, and as many new ones as the days let in. */
export const shownSoon = (
  decks: readonly ListedDeck[],
  states: ReadonlyMap<CardId, CardState>,
  today: number,
  newADay: number,
): readonly ListedCard[] => {
  let room = newADay * daysReady
  return decks
    .flatMap(({ cards }) => cards)
    .filter(({ id }) => {
      const state = states.get(id)
      if (state?.suspended) return false
      if (!state || state.memory.kind === 'new') return room-- > 0
      return state.memory.kind !== 'review' || state.memory.dueDay < today + daysReady
    })
}
