import { describe, expect, it } from 'vitest'
import { figuresIn, shownSoon } from '@/lib/client/offline/figures'
import { asId, type CardId } from '@/lib/core/id'
import { type CardState, newCardState } from '@/lib/schedule/card-state'
import { bundleOf } from './desk'

const id = (word: string) => asId<CardId>(`deck/${word}`)
const today = 20_000
const due = (word: string, dueDay: number): [CardId, CardState] => [
  id(word),
  {
    ...newCardState(id(word)),
    memory: { kind: 'review', stability: 9, difficulty: 5, lastAt: 0, lastDay: 1, intervalDays: 9, dueDay },
  },
]

describe('what is kept ready for two weeks without a network', () => {
  it('are the cards that come due, the overdue and as many new ones as the days let in', () => {
    const words = ['soon', 'late', 'far', 'put-aside', ...Array.from({ length: 40 }, (_, n) => `new-${n}`)]
    const states = new Map([due('soon', today + 13), due('late', today - 90), due('far', today + 14)])
    states.set(id('put-aside'), { ...newCardState(id('put-aside')), suspended: true })
    const cards = shownSoon([bundleOf('en', words)], states, today, 2).map((card) => card.id)
    expect(cards.slice(0, 2)).toEqual([id('soon'), id('late')])
    expect(cards.slice(2)).toEqual(Array.from({ length: 28 }, (_, n) => id(`new-${n}`)))
  })

  it('has each figure of a card once, wherever it stands in it', () => {
    const content = {
      front: [{ src: '/figures/deck/a.svg' }],
      back: { deep: ['/figures/deck/b.png', '/figures/deck/a.svg'] },
    }
    expect(figuresIn(content)).toEqual(['/figures/deck/a.svg', '/figures/deck/b.png'])
    expect(figuresIn({ text: 'no figures/ here' })).toEqual([])
  })
})
