import { describe, expect, it } from 'vitest'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { bearsOn, buildQueue, type QueueCard } from '@/lib/schedule/queue'
import { fold } from '@/lib/schedule/replay'
import { studyDay } from '@/lib/schedule/study-day'
import { day, randomHistory, start } from './history'
import { planOf } from './plans'

describe('cards that do not bear on a day', () => {
  it('can be left out of its queue without a trace, for 80 random histories and plans', () => {
    let left = 0
    for (let seed = 0; seed < 80; seed++) {
      const rng = makeRng('bears on', seed)
      const now = { at: start + rng.integer(0, 60) * day, zoneOffset: 0, dayStartsAt: 4 }
      const today = studyDay(now)
      const states = new Map<CardId, CardState>()
      for (let part = 0; part < 4; part++) {
        for (const state of fold(randomHistory(seed * 4 + part)).values()) {
          const cardId = asId<CardId>(`deck-${part}/${state.cardId}`)
          states.set(cardId, { ...state, cardId })
        }
      }
      const cards = [...states.keys(), ...[1, 2, 3].map((n) => asId<CardId>(`deck-0/unseen-${n}`))].map(
        (id, i): QueueCard => ({
          id,
          deck: asId<DeckId>(id.slice(0, 6)),
          concept: i % 7 === 0 ? null : asId<ConceptId>(`concept-${i >> 1}`),
          practice: i % 3 === 0,
        }),
      )
      const plan = planOf(
        { newCards: rng.integer(0, 4), reviews: rng.integer(1, 12) },
        {
          breaks: rng.integer(0, 1) === 0 ? [] : [{ id: 'b', from: today + rng.integer(-1, 9), to: today + 14 }],
          catchUp: rng.integer(0, 2) === 0 ? 2 : null,
        },
      )
      const some = cards.filter(({ id }) => bearsOn(states.get(id) ?? newCardState(id), today, plan))
      left += cards.length - some.length
      expect(buildQueue(some, states, now, plan, 25_000), `seed ${seed}`).toEqual(
        buildQueue(cards, states, now, plan, 25_000),
      )
    }
    expect(left, 'cards left out').toBeGreaterThan(50)
  })
})
