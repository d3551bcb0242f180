import { describe, expect, test } from 'vitest'
import type { Occasion } from '@/lib/cards/card-type'
import { cardTypes } from '@/lib/cards/list'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { languages } from '@/lib/core/language'
import { solve } from '../support/solve'

const [folder = ''] = await deckFolders('content/sample')
const { deck, diagnostics } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
const editions = deck === null ? [] : compileDeck(deck).languages

test('the sample deck has no fault', () => {
  expect(diagnostics).toEqual([])
})

test('names of card types are unique', () => {
  expect(new Set(cardTypes.map((type) => type.name)).size).toBe(cardTypes.length)
})

describe.each(cardTypes.map((type) => [type.name, type] as const))('%s', (name, type) => {
  const cards = editions.flatMap(({ language, bundle }) =>
    bundle.cards.filter((card) => card.type === name).map((card) => ({ language, card })),
  )
  const occasion = (language: Occasion['language'], seed = 'first'): Occasion => ({ seed, language })

  test('has an example in every language', () => {
    for (const language of languages)
      expect(cards.filter((one) => one.language === language).length, language).toBeGreaterThan(0)
  })

  test('compiles to plain JSON', () => {
    for (const { card } of cards) expect(JSON.parse(JSON.stringify(card.content))).toEqual(card.content)
  })

  test('shows one occasion always alike', () => {
    for (const { card, language } of cards) {
      const shown = type.present(card.content, occasion(language))
      expect(type.present(card.content, occasion(language))).toEqual(shown)
      expect(shown.question.length, card.id).toBeGreaterThan(0)
    }
  })

  test('marks the right answer right, a wrong one wrong, and an empty one not at all', () => {
    for (const { card, language } of cards)
      for (const seed of ['first', 'second', 'third']) {
        const at = occasion(language, seed)
        const answers = solve(type, card.content, at)
        if (answers === null) continue
        const right = type.outcome(card.content, at, answers.right, 5000)
        expect(right.verdict, card.id).toMatchObject({ kind: 'marked', right: true, score: 1 })
        expect(right.suggested).toBe('good')
        expect(right.answer.length, card.id).toBeGreaterThan(0)
        const wrong = type.outcome(card.content, at, answers.wrong, 5000)
        expect(wrong.verdict, card.id).toMatchObject({ kind: 'marked', right: false })
        expect(wrong.suggested).not.toBe('good')
        const empty = type.outcome(card.content, at, answers.empty, 5000)
        expect(empty.verdict.kind, card.id).toBe('unreadable')
        expect([empty.answer, empty.suggested], 'an empty answer gives nothing away').toEqual([[], null])
      }
  })

  test('tells the answer to a learner who asks for it, and marks nothing', () => {
    for (const { card, language } of cards) {
      const told = type.outcome(card.content, occasion(language), { kind: 'reveal' }, 5000)
      expect(told.verdict.kind).toBe('ungraded')
      expect(told.answer.length, card.id).toBeGreaterThan(0)
    }
  })

  test('reads no card from an empty item, and says what is missing', () => {
    const item = `- { id: a.b, type: ${name}, concepts: [c] }`
    const read = readDeck(
      [
        { path: 'deck.yaml', text: 'id: d\ntitle: D\nauthor: A\nlicence: MIT' },
        { path: 'concepts.yaml', text: '- { id: c, study: 1, title: C }' },
        { path: 'x.cards.yaml', text: item },
      ],
      cardTypes,
    )
    expect(read.deck).toBeNull()
    expect(read.diagnostics.length).toBeGreaterThan(0)
    for (const found of read.diagnostics) {
      expect(found.file).toBe('x.cards.yaml')
      expect(found.hint, found.message).not.toBe('')
    }
  })
})

test('a note and an erratum follow the answer of any type, never the question', () => {
  const words = JSON.stringify(editions[0]?.bundle.cards.find((card) => card.id === 'sample/squared-error.why-square'))
  expect(words).toContain('has a kink at 0')
  const card = editions[0]?.bundle.cards.find((one) => one.id === 'sample/squared-error.why-square')
  const type = cardTypes.find((one) => one.name === card?.type)
  const at: Occasion = { seed: 's', language: 'en' }
  expect(JSON.stringify(type?.present(card?.content ?? null, at).question)).not.toContain('kink')
  const told = type?.outcome(card?.content ?? null, at, { kind: 'reveal' }, 1)
  expect(JSON.stringify(told?.answer)).toContain('kink')
})
