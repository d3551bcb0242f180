import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { StateMap } from '@/lib/sync/store'
import { type StatePack, unpackState } from './state-pack'

/** A place among all states is that of the pack above these bits, and the place in there below: more than any pack holds. */
const bits = 16
const within = 2 ** bits - 1
/** The place of a card that no pack has. */
const nowhere = -1

/**
 * The states of a device, each taken out of its pack whenever it is asked for: of a hundred thousand a day's cards are a few,
 * and making every one of them would take longer than reading them all. What is set stands over the packs.
 */
export const holdStates = (packs: readonly StatePack[], loose: readonly CardState[]): StateMap => {
  const places = new Map<CardId, number>()
  for (const [at, { cards }] of packs.entries()) {
    for (const [place, card] of cards.entries()) places.set(card, (at << bits) | place)
  }
  const over = new Map<CardId, CardState>()
  const packed = (place: number): CardState | undefined => {
    const pack = packs[place >> bits]
    return pack && unpackState(pack, place & within)
  }
  const get = (card: CardId): CardState | undefined => {
    const newer = over.size > 0 ? over.get(card) : undefined
    if (newer) return newer
    const place = places.get(card)
    return place === undefined ? undefined : packed(place)
  }
  const set = (card: CardId, state: CardState): void => {
    if (!places.has(card)) places.set(card, nowhere)
    over.set(card, state)
  }
  function* entries(): MapIterator<[CardId, CardState]> {
    for (const [card, place] of places) {
      const state = over.get(card) ?? packed(place)
      if (state) yield [card, state]
    }
  }
  function* values(): MapIterator<CardState> {
    for (const [, state] of entries()) yield state
  }
  for (const state of loose) set(state.cardId, state)
  const map: StateMap = {
    get,
    set,
    delete: (card) => {
      over.delete(card)
      return places.delete(card)
    },
    has: (card) => places.has(card),
    get size() {
      return places.size
    },
    keys: () => places.keys(),
    values,
    entries,
    [Symbol.iterator]: entries,
    forEach: (visit) => {
      for (const [card, state] of entries()) visit(state, card, map)
    },
  }
  return map
}
