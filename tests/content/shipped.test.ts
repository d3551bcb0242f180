import { describe, expect, test } from 'vitest'
import { cardTypeNamed, cardTypes } from '@/lib/cards/list'
import { workingsNamed } from '@/lib/cards/workings'
import { deckFolders, readDeckFiles } from '@/lib/cli/deck-files'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { uncovered } from '@/lib/content/deck/coverage'
import { nearDuplicates } from '@/lib/content/deck/near-duplicates'
import { moreThanOneFact } from '@/lib/content/deck/one-fact'
import { readDeck } from '@/lib/content/deck/read-deck'
import { formatDiagnostic, isError } from '@/lib/core/diagnostic'
import { solve } from '../support/solve'
import { describeExam } from './exam-trials'

/** As a learner has it: where float64 leaves a crumb of a cancellation, nothing is left on paper. */
const onPaper = (cell: string): string => (Math.abs(Number(cell.replace('−', '-'))) < 1e-12 ? '0' : cell)

const folders = await deckFolders('content')

test('there is content', () => {
  expect(folders.length).toBeGreaterThan(0)
})

describe.each(folders)('%s', async (folder) => {
  const { deck, diagnostics } = readDeck(await readDeckFiles(folder, process.cwd()), cardTypes)
  const compiled = deck === null ? null : compileDeck(deck)
  const cards = compiled?.languages.flatMap(({ language, bundle }) => bundle.cards.map((card) => ({ language, card })))

  describeExam(compiled?.languages ?? [])

  test('reads without an error', () => {
    expect(diagnostics.filter(isError).map(formatDiagnostic)).toEqual([])
    expect(deck).not.toBeNull()
  })

  test('passes the gate: every concept asked for, no twins, one fact a card', () => {
    if (deck === null) throw new Error('there is no deck')
    const found = [...nearDuplicates(deck), ...moreThanOneFact(deck), ...uncovered(deck, `${folder}/concepts.yaml`)]
    expect([...diagnostics, ...found].map(formatDiagnostic)).toEqual([])
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

  test('takes its own steps for right, and runs on its own numbers', () => {
    for (const { card, language } of cards ?? []) {
      const [type, workings] = [cardTypeNamed(card.type), workingsNamed(card.type)]
      if (type === null || workings === null) continue
      const at = { seed: 'shipped', language }
      const answers = solve(type, card.content, at)
      if (answers === null) throw new Error(`${card.id} has workings and no answer`)
      const shown = new Map(type.outcome(card.content, at, answers.right, 1).trace?.nodes.map((n) => [n.id, n.value]))
      const cells = Object.fromEntries(
        workings.steps(card.content, at).map(({ name }) => [name, (shown.get(name) ?? []).map(onPaper)]),
      )
      const marked = workings.markSteps(card.content, at, answers.right, { kind: 'numbers', cells })
      expect([marked.first, marked.verdict.kind, marked.right], card.id).toEqual([null, 'marked', marked.of])
      const own = Object.fromEntries(workings.givens(card.content, at).map((given) => [given.name, given.cells]))
      expect(workings.tryNumbers(card.content, at, own).kind, card.id).toBe('ran')
    }
  })
})
