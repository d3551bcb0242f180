import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { deckChanges } from '@/lib/content/changes/deck-changes'
import { readDeck } from '@/lib/content/deck/read-deck'

const files = (cards: string, section = '') => [
  { path: 'deck.yaml', text: 'id: d\ntitle: D\nauthor: ""\nlicence: ""\nlanguages: [en]\n' },
  { path: 'concepts.yaml', text: '- { id: relu, study: 1, title: ReLU }\n- { id: adam, study: 1, title: Adam }\n' },
  { path: 'a.cards.yaml', text: cards },
  ...(section === ''
    ? []
    : [
        {
          path: 'intro.en.md',
          text: `---\nid: intro\nstudy: 1\norder: 1\nconcepts: []\n---\n\n# Intro\n\n${section}\n`,
        },
      ]),
]
const deckOf = (cards: string, section = '') => {
  const { deck, diagnostics } = readDeck(files(cards, section), cardTypes)
  if (deck === null) throw new Error(JSON.stringify(diagnostics))
  return deck
}
const basic = (id: string, front: string, back: string, more = '') =>
  `- id: ${id}\n  concepts: [relu]\n  front: ${JSON.stringify(front)}\n  back: ${JSON.stringify(back)}\n${more}`
const changes = (before: string, after: string) => deckChanges(deckOf(before), deckOf(after))
const only = (before: string, after: string) => {
  const { cards } = changes(before, after)
  expect(cards).toHaveLength(1)
  const [card] = cards
  if (card === undefined) throw new Error('nothing changed')
  return card
}

describe('two decks compared', () => {
  it('tell which cards came, changed, moved and went, and how many stay', () => {
    const before = basic('a', 'One?', 'First.') + basic('b', 'Two?', 'Second.') + basic('c', 'Three?', 'Third.')
    const moved = basic('c', 'Three?', 'Third.').replace('[relu]', '[adam]')
    const after = basic('a', 'One?', 'First.') + basic('d', 'Four?', 'Fourth.') + moved
    const { cards, same } = changes(before, after)
    expect(cards.map(({ id, kind, title }) => [id, kind, title])).toEqual([
      ['d', 'added', 'Four?'],
      ['c', 'moved', 'Three?'],
      ['b', 'gone', 'Two?'],
    ])
    expect(same).toBe(1)
    expect(deckChanges(null, deckOf(before)).cards.map(({ kind }) => kind)).toEqual(['added', 'added', 'added'])
  })

  it('show a changed text word by word, with a formula or a number as one thing', () => {
    const before = basic('a', 'What is the slope of $\\max(0, x)$ at 2?', 'It is one.')
    const after = basic('a', 'What is the gradient of $\\max(0, x)$ at 3?', 'It is one.')
    expect(only(before, after).parts).toEqual([
      {
        path: '/front',
        language: null,
        kind: 'prose',
        change: 'changed',
        segments: [
          { kind: 'same', text: 'What is the ' },
          { kind: 'gone', text: 'slope' },
          { kind: 'added', text: 'gradient' },
          { kind: 'same', text: ' of $\\max(0, x)$ at ' },
          { kind: 'gone', text: '2' },
          { kind: 'added', text: '3' },
          { kind: 'same', text: '?' },
        ],
      },
    ])
  })

  it.each<[string, string, string, string, string, 'kept' | 'changed']>([
    ['a spelling', 'What is teh slope?', 'One of two.', 'What is the slope?', 'One of two.', 'kept'],
    ['a comma', 'At zero what is it?', 'One.', 'At zero, what is it?', 'One.', 'kept'],
    ['a number', 'What is it at 2?', 'One.', 'What is it at 3?', 'One.', 'changed'],
    ['a formula', 'What is $x$?', 'One.', 'What is $x^2$?', 'One.', 'changed'],
    ['a turned sentence', 'Is it differentiable?', 'It is so.', 'Is it differentiable?', 'It is not so.', 'changed'],
    ['another answer', 'What is it?', 'A gate that opens.', 'What is it?', 'The rate of every step.', 'changed'],
  ])('propose a new start for what may be another question: %s', (_, front, back, next, other, meaning) => {
    expect(only(basic('a', front, back), basic('a', next, other)).meaning).toBe(meaning)
  })

  it('let explanations change freely, whatever they say', () => {
    const before = basic('a', 'One?', 'First.', '  note: It is 1.\n')
    const after = basic('a', 'One?', 'First.', '  note: Something wholly different, with $x = 2$ and 3 numbers.\n')
    expect(only(before, after)).toMatchObject({ kind: 'changed', meaning: 'kept', parts: [{ path: '/note' }] })
  })

  it('take a key, a number or a program that differs for another question', () => {
    const numeric = (answer: number) =>
      `- id: n\n  type: numeric\n  concepts: [relu]\n  question: How many?\n  answer: ${answer}\n  integer: true\n`
    expect(only(numeric(3), numeric(4))).toMatchObject({
      meaning: 'changed',
      parts: [{ path: '/answer', kind: 'data', language: null, segments: [{ text: '3' }, { text: '4' }] }],
    })
    const compute = (step: string, says: string) =>
      `- id: q\n  concepts: [relu]\n  prompt: What comes out?\n  given: { x: { value: [1, 2] } }\n  steps: { y: "${step}" }\n  ask: [{ value: y, integer: true }]\n  mistakes: { m: { change: { y: x }, says: "${says}" } }\n`
    expect(only(compute('x + 1', 'No.'), compute('x + 2', 'No.'))).toMatchObject({
      meaning: 'changed',
      parts: [{ path: '/steps/y', kind: 'data' }],
    })
    expect(only(compute('x + 1', 'No.'), compute('x + 1', 'Add one.'))).toMatchObject({
      meaning: 'kept',
      parts: [{ path: '/mistakes/m/says', kind: 'prose' }],
    })
    const asBasic = basic('n', 'How many?', '3')
    expect(only(numeric(3), asBasic).meaning).toBe('changed')
  })

  it('say nothing of a card that is only laid out in another way', () => {
    const flow = '- { id: a, concepts: [relu], front: "One?", back: "First." }\n'
    expect(changes(basic('a', 'One?', 'First.'), flow)).toEqual({ cards: [], sections: [], same: 1 })
  })

  it('name the sections of the notes that read differently', () => {
    const cards = basic('a', 'One?', 'First.')
    const [without, one, two] = [deckOf(cards), deckOf(cards, 'Text.'), deckOf(cards, 'Other text.')]
    expect(deckChanges(without, one).sections).toEqual([{ id: 'intro', title: 'Intro', kind: 'added' }])
    expect(deckChanges(one, two).sections).toEqual([{ id: 'intro', title: 'Intro', kind: 'changed' }])
    expect(deckChanges(one, without).sections).toEqual([{ id: 'intro', title: 'Intro', kind: 'gone' }])
    expect(deckChanges(one, one).sections).toEqual([])
  })
})
