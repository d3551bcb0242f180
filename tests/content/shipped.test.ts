import { describe, expect, test } from 'vitest'
import { cardTypeNamed, cardTypes } from '@/lib/cards/list'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { solve } from '../support/solve'

const folders = await deckFolders('content')

test('there is content', () => {
  expect(folders.length).toBeGreaterThan(0)
})

describe.each(folders)('%s', async (folder) => {
  const { deck, diagnostics } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
  const compiled = deck === null ? null : compileDeck(deck)
  const cards = compiled?.languages.flatMap(({ language, bundle }) => bundle.cards.map((card) => ({ language, card })))

  test('reads without an error', () => {
    expect(diagnostics.filter(isError).map(formatDiagnostic)).toEqual([])
    expect(deck).not.toBeNull()
  })

  test('says the same cards in every language, in one order', () => {
    const [first, ...others] = compiled?.languages.map(({ bundle }) => bundle.cards.map((card) => card.id)) ?? []
    for (const other of others) expect(other).toEqual(first)
  })

  test('has every formula set and sayable', () => {
    const text = JSON.stringify(compiled)
    expect(text).not.toContain('"html":""')
    expect(text).not.toContain('katex-error')
    expect(text).not.toContain('"spoken":""')
  })

  test('is answered right, wrong and not at all through its types', () => {
    for (const { card, language } of cards ?? []) {
      const type = cardTypeNamed(card.type)
      if (type === null) throw new Error(`no card type ${card.type}`)
      const at = { seed: 'shipped', language }
      const answers = solve(type, card.content, at)
      if (answers === null) {
        expect(type.outcome(card.content, at, { kind: 'reveal' }, 1).answer.length, card.id).toBeGreaterThan(0)
        continue
      }
      const verdict = (answer: typeof answers.right) => type.outcome(card.content, at, answer, 1).verdict
      expect(verdict(answers.right), card.id).toMatchObject({ kind: 'marked', right: true })
      expect(verdict(answers.wrong), card.id).toMatchObject({ kind: 'marked', right: false })
      expect(verdict(answers.empty).kind, card.id).toBe('unreadable')
    }
  })
})
