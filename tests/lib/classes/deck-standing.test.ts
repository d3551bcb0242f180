import { describe, expect, it } from 'vitest'
import { deckStanding } from '@/lib/classes/deck-standing'

const cards = Array.from({ length: 10 }, (_, n) => ({ id: `losses/${n}`, section: n < 5 ? 'hinge' : null }))

describe('a standing with a deck', () => {
  it('counts the cards of the deck that were answered, and no others', () => {
    const answered = new Set(['losses/1', 'losses/7', 'private/1'])
    const deck = { deck: 'losses', pace: { kind: 'own' }, cards } as const
    expect(deckStanding(deck, answered, 100)).toEqual({
      deck: 'losses',
      total: 10,
      begun: 2,
      paced: { wanted: 0, begun: 2 },
    })
  })

  it('tells those apart that the pace wanted by today', () => {
    const pace = { kind: 'dates', from: 90, sections: [{ section: 'hinge', by: 99 }] } as const
    const answered = new Set(['losses/1', 'losses/7'])
    expect(deckStanding({ deck: 'losses', pace, cards }, answered, 100).paced).toEqual({ wanted: 5, begun: 1 })
  })
})
