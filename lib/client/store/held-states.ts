import type { CardId } from '@/lib/core/id'
import type { CardState } from '@/lib/schedule/card-state'
import type { StateMap } from '@/lib/sync/store'
import { type StatePack, unpackState } from './state-pack'

/** More than any pack holds: a state's place among all is that of its pack times this, plus its place in there. */
const stride = 2 ** 16

/**
 * The states of a device, each taken out of its pack whenever it is asked for: of a hundred thousand a day's cards are a few,
 * and making every one of them would take longer than reading them all. What is set stands over the packs.
 */
export const holdStates = (packs: readonly StatePack[], loose: readonly CardState[]): StateMap => {
  const places = new Map<CardId, number>()
  for (const [at, { cards }] of packs.entries()) {
    for (const [place, card] of cards.entries()) places.set(card, at * stride + place)
  }
  const over = new Map<CardId, CardState>()
  const packed = (place: number): CardState | undefined => {
    const pack = packs[Math.floor(place / stride)]
    return pack && unpackState(pack, place % stride)
  }
  const get = (card: CardId): CardState | undefined => {
    const newer = over.get(card)
    if (newer) return newer
    const place = places.get(card)
    return place === undefined ? undefined : packed(place)
  }
  const set = (card: CardId, state: CardState): void => {
    // Known to all that goes through the cards; its place is never looked at.
    if (!places.has(card)) places.set(card, Number.NaN)
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
