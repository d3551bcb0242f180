import { describe, expect, it } from 'vitest'
import { faultsByField } from '@/app/_ui/teach/editor/field-faults'
import { cardFormOf } from '@/lib/cards/forms'
import { cardTypes } from '@/lib/cards/list'
import { readDeck } from '@/lib/content/deck/read-deck'

const faultsOf = (card: string) =>
  readDeck(
    [
      { path: 'deck.yaml', text: 'id: d\ntitle: D\nauthor: A\nlicence: MIT\n' },
      { path: 'concepts.yaml', text: '- { id: relu, study: 1, title: ReLU }\n' },
      { path: 'a.cards.yaml', text: card },
    ],
    cardTypes,
  ).diagnostics

const told = (card: string, fields: readonly string[]) =>
  [...faultsByField(faultsOf(card), fields)].map(([field, faults]) => [field, faults[0]?.message])

describe('the faults of a card in its form', () => {
  it('stand at the field they are about, also where it is missing', () => {
    const card = '- id: A B\n  concepts: [rellu]\n  front: "$\\\\frac{1$"\n'
    expect(told(card, ['id', 'concepts', 'front', 'back'])).toEqual([
      ['id', '"A B" cannot name a card.'],
      ['concepts', '"rellu" is no concept of this deck.'],
      ['back', '"back" is missing.'],
      ['front', expect.stringContaining('cannot be set')],
    ])
  })

  it('stand at the field of a program, and above all others where no field is theirs', () => {
    const compute =
      '- id: relu.x\n  concepts: [relu]\n  prompt: P\n  given: { x: 1 }\n  steps: { y: x + z }\n  ask: [y]\n'
    expect(told(compute, ['given', 'steps', 'ask'])[0]?.[0]).toBe('steps')
    expect(told('- id: relu.x\n  concepts: [relu]\n  front: F\n  back: B\n  odd: 1\n', ['front'])).toEqual([
      ['', '"odd" is not a field here.'],
    ])
  })
})

describe('the form of a card', () => {
  it('is known while the card cannot be read', () => {
    expect(cardFormOf({ type: 'choice', options: [] })?.type).toBe('choice')
    expect(cardFormOf({ id: 'a', steps: {} })?.type).toBe('compute')
    expect(cardFormOf({ id: 'a' })?.type).toBe('basic')
    expect(cardFormOf({ type: 'chioce' })).toBeNull()
  })
})
