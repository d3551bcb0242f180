import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { uncovered } from '@/lib/content/deck/coverage'
import { nearDuplicates } from '@/lib/content/deck/near-duplicates'
import { moreThanOneFact } from '@/lib/content/deck/one-fact'
import { readDeck } from '@/lib/content/deck/read-deck'

const about = 'id: d\ntitle: D\nauthor: A\nlicence: MIT\nlanguages: [en]\n'
const concepts = '- { id: relu, study: 1, title: ReLU }\n- { id: elu, study: 1, title: ELU, computable: true }\n'
const card = (front: string, back: string, more = '') =>
  `- id: relu.x\n  concepts: [relu]\n  front: "${front}"\n  back: "${back}"\n${more}`
const deckOf = (cards: string) => {
  const { deck, diagnostics } = readDeck(
    [
      { path: 'deck.yaml', text: about },
      { path: 'concepts.yaml', text: concepts },
      { path: 'x.cards.yaml', text: cards },
    ],
    cardTypes,
  )
  if (deck === null) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return deck
}
const told = (cards: string) => moreThanOneFact(deckOf(cards)).map(({ message }) => message)

describe('a card with more than one fact', () => {
  it('is one that asks twice, answers at length, or has many gaps', () => {
    expect(told(card('What is ReLU? Where does it kink?', 'At 0.'))).toEqual(['The question asks two things.'])
    expect(told(card('What is ReLU, and why is it used?', 'It is fast.'))).toEqual(['The question asks two things.'])
    expect(told(card('What is ReLU?', 'word '.repeat(90).trim()))).toEqual(['The answer is 449 characters long.'])
    const gaps = '- { id: relu.g, type: cloze, concepts: [relu], text: "==a== ==b== ==c== ==d== ==e==" }'
    expect(told(gaps)).toEqual(['The text has 5 gaps.'])
  })

  it('is not one whose formula holds a question mark or whose author allows it', () => {
    expect(told(card('What is $f(?)$ of `a ? b : c`?', 'x'))).toEqual([])
    expect(told(card('What is it? And where?', 'x', '  allow: [one-fact]\n'))).toEqual([])
    expect(() => deckOf(card('What?', 'x', '  allow: [two-facts]\n'))).toThrow('is no rule that can be allowed')
  })
})

describe('coverage', () => {
  it('names every concept that no card asks for, and computable ones that nothing computes', () => {
    expect(uncovered(deckOf(card('What is ReLU?', 'x')), 'c.yaml').map(({ message }) => message)).toEqual([
      'No card asks for "elu".',
      '"elu" can be computed and no question computes it.',
    ])
  })
})

it('near-duplicates are faults unless one of the pair is allowed', () => {
  const twin = (id: string, more = '') =>
    card('Which derivative has ReLU on the negative side?', 'It is zero there.', more).replace('relu.x', id)
  expect(nearDuplicates(deckOf(twin('relu.a') + twin('relu.b')))).toMatchObject([{ severity: 'error' }])
  expect(nearDuplicates(deckOf(twin('relu.a') + twin('relu.b', '  allow: [near-duplicate]\n')))).toEqual([])
})
