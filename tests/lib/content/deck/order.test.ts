import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { introductionOrder } from '@/lib/content/deck/order'
import { readDeck } from '@/lib/content/deck/read-deck'

const about = 'id: d\ntitle: D\nauthor: A\nlicence: MIT\nlanguages: [en]\n'
const concepts = `- { id: first, study: 1, title: First }
- { id: later, study: 2, title: Later, prerequisites: [base] }
- { id: base, study: 3, title: Base }
`
const fact = (concept: string) => `- { id: ${concept}.fact, concepts: [${concept}], front: "${concept}?", back: x }\n`
const skill = (concept: string) => `- id: ${concept}.skill
  concepts: [${concept}]
  prompt: "Double ${concept}."
  given: { x: { integer: [2, 90] } }
  steps: { y: 2 * x }
  ask: [{ value: y, integer: true }]
  mistakes:
    halved: { answer: { y: x / 2 }, says: At y you halved. }
    kept: { answer: { y: x }, says: At y you changed nothing. }
`
const orderOf = (cards: string, studies = ''): readonly string[] => {
  const { deck, diagnostics } = readDeck(
    [
      { path: 'deck.yaml', text: about + studies },
      { path: 'concepts.yaml', text: concepts },
      { path: 'x.cards.yaml', text: cards },
    ],
    cardTypes,
  )
  if (deck === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return introductionOrder(deck).map(({ id }) => id.replace('d/', ''))
}

describe('the order new cards are introduced in', () => {
  it('puts prerequisites first, and facts before the practice of their concept', () => {
    const order = orderOf(skill('later') + fact('later') + fact('base') + fact('first'))
    expect(order).toEqual(['first.fact', 'base.fact', 'later.fact', 'later.skill'])
  })

  it('lets practice of what no card teaches wait for everything that is taught', () => {
    const order = orderOf(skill('first') + fact('base') + fact('later'))
    expect(order).toEqual(['base.fact', 'later.fact', 'first.skill'])
  })

  it('spreads a background study between the others, unless another study builds on it', () => {
    const asBackground = (number: number) => `studies: [{ number: ${number}, title: S, background: true }]\n`
    const more = ['a', 'b', 'c', 'd'].map((name) => fact('later').replace('later.fact', `later.${name}`)).join('')
    const order = orderOf(fact('first') + fact('later') + more + fact('base'), asBackground(1))
    expect(order.indexOf('first.fact')).toBe(5)
    expect(orderOf(fact('base') + fact('later'), asBackground(3))).toEqual(['base.fact', 'later.fact'])
    expect(orderOf(fact('first') + fact('later') + fact('base'), asBackground(1)).at(-1)).toBe('first.fact')
  })
})
