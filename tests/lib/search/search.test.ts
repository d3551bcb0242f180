import { describe, expect, it } from 'vitest'
import en from '@/app/_i18n/messages/en/search.json'
import zh from '@/app/_i18n/messages/zh/search.json'
import { asId, type CardId, type ConceptId, type DeckId } from '@/lib/core/id'
import { makeRng } from '@/lib/core/rng'
import { cardLine, cardText, mistakeLines } from '@/lib/search/card-text'
import { compileSearch } from '@/lib/search/compile'
import { complete } from '@/lib/search/complete'
import { parseSearch } from '@/lib/search/parse'
import { gradeEvent, randomHistory } from '../schedule/history'
import { groundOf, searchCard, statesOf } from './cards'
import { naive, randomQuery, write } from './naive'

const cards = [
  searchCard('card-1', { tags: ['a::b', 'x'] }),
  searchCard('card-2', { type: 'compute', text: 'the hinge loss of a.b (deck)' }),
  searchCard('card-3', { deck: asId<DeckId>('deck::sub'), concepts: [asId<ConceptId>('softmax')] }),
  searchCard('card-4', { tags: ['ab'], concepts: [] }),
  searchCard('card-5', { deckTitle: 'Other', text: 'a' }),
]
const faultsOf = (text: string) =>
  parseSearch(text).faults.map(({ from, to, message }) => [text.slice(from, to), message.key])

const found = (text: string, events = [gradeEvent({ cardId: asId<CardId>('deck/card-1') })]): readonly string[] => {
  const { query, faults } = parseSearch(text)
  expect(faults, text).toEqual([])
  const fits = compileSearch(query, groundOf(events))
  const stateOf = statesOf(events)
  return cards.filter((card) => fits(card, stateOf(card.id))).map(({ id }) => id.slice('deck/card-'.length))
}

describe('a search', () => {
  it('finds what a naive reading of the events finds, however it is written', () => {
    for (let seed = 0; seed < 300; seed++) {
      const rng = makeRng('search', seed)
      const events = randomHistory(seed).map((event) =>
        event.kind === 'grade' && rng.integer(0, 3) === 0
          ? { ...event, mistake: rng.integer(0, 1) === 0 ? 'slip' : 'lost-loss', verdict: 'wrong' as const }
          : event,
      )
      const ground = groundOf(events)
      const stateOf = statesOf(events)
      for (let i = 0; i < 5; i++) {
        const query = randomQuery(rng, 3)
        const text = write(query, rng)
        const parsed = parseSearch(text)
        expect(parsed.faults, text).toEqual([])
        const fits = compileSearch(parsed.query, ground)
        for (const card of cards) {
          const state = stateOf(card.id)
          expect(fits(card, state), `seed ${seed}: ${text} on ${card.id}`).toBe(
            naive(query, card, state, events, ground),
          )
        }
      }
    }
  })

  it('without a word finds everything', () => {
    expect(found('')).toEqual(['1', '2', '3', '4', '5'])
    expect(found('  ')).toEqual(['1', '2', '3', '4', '5'])
  })

  it('wants all words, unless "or" stands between them, and "or" binds less tightly', () => {
    expect(found('hinge type:compute')).toEqual(['2'])
    expect(found('tag:x or hinge type:basic or concept:softmax')).toEqual(['1', '3'])
    expect(found('type:basic -(tag:x or concept:softmax)')).toEqual(['4', '5'])
  })

  it('looks for quoted words as they stand, signs and all', () => {
    expect(found('"loss of a.b (deck)"')).toEqual(['2'])
    expect(found('"or"')).toEqual([])
    expect(found('text:"hinge loss"')).toEqual(['2'])
  })

  it('takes subdecks and subtags with their parents, and nothing that only begins alike', () => {
    expect(found('deck:deck')).toEqual(['1', '2', '3', '4', '5'])
    expect(found('deck:deck::sub')).toEqual(['3'])
    expect(found('tag:a')).toEqual(['1'])
    expect(found('tag:a*')).toEqual(['1', '4'])
    expect(found('tag:none')).toEqual(['2', '3', '5'])
    expect(found('deck:"image models"')).toEqual(['1', '2', '3', '4'])
  })

  it('fits stars to a whole page, however many there are', () => {
    const page = searchCard('page', { text: 'gate '.repeat(400), tags: ['a'.repeat(200)] })
    const fits = (text: string) => compileSearch(parseSearch(text).query, groundOf([]))(page, statesOf([])(page.id))
    expect(fits(`${'*e'.repeat(40)}*z`)).toBe(false)
    expect(fits(`${'*e'.repeat(40)}*g*`)).toBe(true)
    expect(fits(`tag:${'*a'.repeat(40)}*z`)).toBe(false)
    expect(fits(`tag:${'a*'.repeat(40)}a`)).toBe(true)
    expect(fits(`tag:${'a*'.repeat(201)}`)).toBe(false)
    expect(fits(`tag:${'a'.repeat(150)}*${'a'.repeat(51)}`)).toBe(false)
    expect(fits(`tag:${'a'.repeat(150)}*${'a'.repeat(50)}`)).toBe(true)
  })

  it('reads recall as a share or in percent', () => {
    const learned = [gradeEvent({ cardId: asId<CardId>('deck/card-1'), grade: 'easy' })]
    expect(found('prop:r>0.5', learned)).toEqual(['1'])
    expect(found('prop:r>50%', learned)).toEqual(['1'])
    expect(found('-prop:r>50%', learned)).toEqual(['2', '3', '4', '5'])
  })

  it('names what it cannot read, where it stands, and goes on with the rest', () => {
    expect(faultsOf('is:dou')).toEqual([['is:dou', 'fault.is']])
    expect(parseSearch('is:dou').faults[0]?.cure.values.near).toBe('due')
    expect(faultsOf('x tagg:a')).toEqual([['tagg:a', 'fault.fieldNear']])
    expect(faultsOf('colour:red')).toEqual([['colour:red', 'fault.field']])
    expect(faultsOf('deck:')).toEqual([['deck:', 'fault.empty']])
    expect(faultsOf('flag:8')).toEqual([['flag:8', 'fault.flag']])
    expect(faultsOf('prop:z>1')).toEqual([['prop:z>1', 'fault.property']])
    expect(faultsOf('prop:s~1')).toEqual([['prop:s~1', 'fault.comparison']])
    expect(faultsOf('prop:s>many')).toEqual([['prop:s>many', 'fault.number']])
    expect(faultsOf('rated:0')).toEqual([['rated:0', 'fault.rated']])
    expect(faultsOf('rated:7:5')).toEqual([['rated:7:5', 'fault.grade']])
    expect(faultsOf('introduced:soon')).toEqual([['introduced:soon', 'fault.introduced']])
    expect(faultsOf('(a b')).toEqual([['(', 'fault.open']])
    expect(faultsOf('a) b')).toEqual([[')', 'fault.close']])
    expect(faultsOf('-(a) b)')).toEqual([[')', 'fault.close']])
    expect(faultsOf('a or')).toEqual([['or', 'fault.or']])
    expect(faultsOf('a -')).toEqual([['-', 'fault.not']])
    expect(faultsOf('()')).toEqual([['(', 'fault.nothing']])
    expect(faultsOf('a "b')).toEqual([['"b', 'fault.quote']])
    expect(parseSearch('is:dou hinge').query).toEqual({ kind: 'term', term: { on: 'text', pattern: 'hinge' } })
  })

  it('survives whatever is typed', () => {
    const signs = ['(', ')', '-', '"', ':', ' ', 'or', 'is', 'prop', '>', '9', '\\', '：', 'a', '*']
    for (let seed = 0; seed < 2000; seed++) {
      const rng = makeRng('typed', seed)
      const text = Array.from({ length: rng.integer(0, 14) }, () => signs[rng.integer(0, signs.length - 1)]).join('')
      const { query, faults } = parseSearch(text)
      compileSearch(query, groundOf([]))
      for (const { from, to } of faults) expect(from >= 0 && from < to && to <= text.length, text).toBe(true)
    }
    expect(parseSearch(`${'('.repeat(5000)}a`).faults.map(({ message }) => message.key)).toContain('fault.deep')
    expect(parseSearch(`${'-'.repeat(5001)}a`).query).toMatchObject({ kind: 'not' })
  })

  it.each([
    ['en', en],
    ['zh', zh],
  ] as const)('has a sentence and a cure for every fault in %s', (_language, words) => {
    expect(Object.keys(words.cure).sort()).toEqual(Object.keys(words.fault).sort())
    const typed = [
      'is:x',
      'tagg:a',
      'colour:r',
      'deck:',
      'flag:9',
      'prop:z>1',
      'prop:s~1',
      'prop:s>m',
      'rated:0',
      'rated:7:5',
    ]
    const keys = [...typed, 'introduced:x', '(a', 'a)', 'a or', 'a -', '()', '"b', '('.repeat(200)]
      .flatMap((text) => parseSearch(text).faults)
      .map(({ message }) => message.key.slice('fault.'.length))
    expect([...new Set(keys)].sort()).toEqual(Object.keys(words.fault).sort())
  })
})

describe('completion', () => {
  const names = {
    deck: ['cs231n'],
    tag: ['a b', 'cnn'],
    concept: ['hinge-loss', 'loss'],
    type: ['compute'],
    mistake: [],
  }
  const texts = (text: string, caret = text.length) => complete(text, caret, names).map((one) => one.text)

  it('offers fields, then their values, those that begin alike first', () => {
    expect(texts('')).toEqual([])
    expect(texts('de')).toEqual(['deck:'])
    expect(texts('x -co')).toEqual(['concept:'])
    expect(texts('concept:lo')).toEqual(['concept:loss', 'concept:hinge-loss'])
    expect(texts('is:su')).toEqual(['is:suspended'])
    expect(texts('tag:a')).toEqual(['tag:"a b"'])
  })

  it('replaces the word at the caret and nothing else', () => {
    expect(complete('a is:du b', 7, names)).toEqual([{ text: 'is:due', from: 2, to: 7 }])
  })
})

it('the words of a card are what is read, pieces of a line joined as they stand', () => {
  const line = (...texts: readonly string[]) => ({
    kind: 'paragraph',
    children: texts.map((text) => ({ kind: 'text', text })),
  })
  expect(
    cardText({
      front: [line('The hin', 'ge loss'), line('Next')],
      back: [{ kind: 'math', math: { tex: 'x^2', html: '<b>' } }],
    }),
  ).toBe('the hinge loss next x^2')
})

it('the line of a card is what it asks', () => {
  const text = (words: string) => [{ kind: 'paragraph', children: [{ kind: 'text', text: words }] }]
  expect(cardLine({ notes: [], body: { program: { text: 'sum(x)' }, prompt: text('What is\n the sum?') } })).toBe(
    'What is the sum?',
  )
  expect(cardLine({ front: text('Why?'), back: text('So.') })).toBe('Why?')
  expect(cardLine({ word: 'a', text: 'anything' })).toBe('anything')
})

it('what a card says of its mistakes is a line each, with a gap where a number of the variant stands', () => {
  const says = [
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'You left out ' },
        { kind: 'value', name: 'bias' },
        { kind: 'text', text: ' in ' },
        { kind: 'math', math: { tex: 'w^T x', html: '<b>', spoken: 'w x' } },
      ],
    },
  ]
  const content = {
    notes: [],
    body: {
      mistakes: [
        { name: 'no-bias', says },
        { name: 'unsaid', says: [] },
      ],
    },
  }
  expect([...mistakeLines(content)]).toEqual([['no-bias', 'You left out … in w^T x']])
  expect(mistakeLines({ front: 'Why?' }).size).toBe(0)
  expect(mistakeLines(null).size).toBe(0)
})
