import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { readDeckFolder } from '@/lib/cli/deck-folder'
import { type DraftReader, type EditedDraft, makeDraftReader } from '@/lib/client/editor/draft-reader'
import { entriesOf } from '@/lib/client/editor/read-entry'
import type { DeckFile } from '@/lib/content/deck/deck'
import { readDeck } from '@/lib/content/deck/read-deck'
import { makeRng, type Rng } from '@/lib/core/rng'
import type { BankAbout } from '@/lib/sync/bank'

const about: BankAbout = { title: 'Errors', languages: ['en', 'zh'], author: '', licence: '', source: '' }

const more: DeckFile = {
  path: 'more.cards.yaml',
  text: `- id: bias.what
  concepts: [bias]
  front: { en: "What does [a bias](concept:bias) do?", zh: "[偏置](concept:bias)有什么用？" }
  back: { en: "It shifts, see [here](section:squared-error).", zh: "平移，见[这里](section:squared-error)。" }

- id: bias.seen
  concepts: [bias, squared-error]
  section: squared-error
  front:
    en: |
      What is it?

      ![it](figures/loss-axes.svg)
    zh: |
      这是什么？

      ![图](figures/loss-axes.svg)
  back: { en: A parabola., zh: 抛物线。 }

- id: bias.sum
  concepts: [bias]
  prompt: { en: "Give $x + b$.", zh: "求 $x + b$。" }
  given:
    x: { uniform: [-3, 3], decimals: 1 }
    b: { uniform: [-2, 2], decimals: 1 }
  steps: { out: "x + b" }
  ask: [{ value: out, decimals: 1, zero: true }]
`,
}

/** The shipped sample and a file more, as a bank's draft. */
const sample = (): EditedDraft => {
  const files = readDeckFolder(join(process.cwd(), 'content', 'sample')).filter(({ path }) => path !== 'deck.yaml')
  const concepts = files.find(({ path }) => path === 'concepts.yaml')?.text ?? ''
  return {
    id: 'bank-1',
    about,
    files: [
      ...files.filter(({ path }) => path !== 'concepts.yaml'),
      { path: 'concepts.yaml', text: `${concepts.trimEnd()}\n- { id: bias, study: 1, title: Bias }\n` },
      more,
    ],
  }
}

const readAll = (reader: DraftReader) => {
  reader.readOn(() => false)
  return reader.check()
}

const pieces = [
  '- ',
  'x',
  '$',
  '"',
  '\n',
  '  ',
  '[a](concept:bias)',
  '==',
  ': ',
  '中',
  '0',
  '{ }',
  '  tags: [new]\n',
  '\u0007',
]

/** Files after something an author may do to them. */
const edited = (
  rng: Rng,
  files: ReadonlyMap<string, string>,
): { readonly path: string; readonly text: string | null } => {
  const pick = <T>(list: readonly T[]): T => list[rng.integer(0, list.length - 1)] as T
  const path = pick([...files.keys()])
  const text = files.get(path) ?? ''
  const at = rng.integer(0, text.length)
  const typed = { path, text: text.slice(0, at) + pick(pieces) + text.slice(at) }
  switch (rng.integer(0, 9)) {
    case 0: {
      const entries = path.endsWith('.cards.yaml') ? entriesOf(text).map((entry) => entry.text) : []
      const moved = [...entries.slice(1), ...entries.slice(0, 1)].map((entry) => `${entry.trimEnd()}\n\n`)
      return moved.length > 1 ? { path, text: moved.join('') } : typed
    }
    case 1: {
      const concepts = files.get('concepts.yaml') ?? ''
      return { path: 'concepts.yaml', text: concepts.replace('id: bias', 'id: biased') }
    }
    case 2:
      return { path: 'concepts.yaml', text: sample().files.find((one) => one.path === 'concepts.yaml')?.text ?? '' }
    case 3:
      return pick([
        { path: 'figures/loss-axes.svg', text: null },
        { path: 'figures/loss-axes.svg', text: '' },
        { path: 'squared-error.zh.md', text: null },
        ...sample().files.filter((one) => one.path !== 'concepts.yaml'),
      ])
    case 4:
    case 5: {
      const from = rng.integer(0, text.length)
      return { path, text: text.slice(0, from) + text.slice(from + rng.integer(1, 12)) }
    }
    default:
      return typed
  }
}

describe('a draft that is read while it is written', () => {
  it('is the shipped sample without a fault at first', () => {
    const { left, diagnostics, cards } = readAll(makeDraftReader(sample()))
    expect(left).toBe(0)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(cards.length).toBeGreaterThan(10)
  })

  it.each([1, 2, 3, 4])('tells after any edits what reading it from nothing tells (seed %i)', (seed) => {
    const rng = makeRng('draft edits', seed)
    const draft = sample()
    const files = new Map(draft.files.map(({ path, text }) => [path, text]))
    const reader = makeDraftReader(draft)
    expect(readAll(reader).left).toBe(0)
    for (let step = 0; step < 16; step++) {
      const { path, text } = edited(rng, files)
      if (text === null) files.delete(path)
      else files.set(path, text)
      reader.write(path, text)
      // A reading that is broken off leaves nothing wrong behind.
      if (rng.integer(0, 2) === 0) reader.readOn(() => true)
      const now = [...files].map(([file, written]) => ({ path: file, text: written }))
      const fresh = makeDraftReader({ ...draft, files: now })
      const line = rng.integer(1, 40)
      if (rng.integer(0, 1) === 0) {
        // Until sections have been read once, a card is shown as if all of them could be.
        readAll(fresh)
        expect(reader.look(path, line)).toEqual(fresh.look(path, line))
      }
      if (rng.integer(0, 2) > 0) expect(readAll(reader), `step ${step}: ${path}`).toEqual(readAll(fresh))
    }
    const cards = (one: DraftReader) =>
      one.deck().cards.map(({ id, file, place, revision }) => [id, file, place, revision])
    const last = makeDraftReader({ ...draft, files: [...files].map(([path, text]) => ({ path, text })) })
    expect(cards(reader)).toEqual(cards(last))
  })

  it('tells what publishing would tell of faults that leave every file a list', () => {
    const draft = sample()
    const broken = draft.files.map(({ path, text }) =>
      path === 'more.cards.yaml'
        ? { path, text: text.replace('concept:bias', 'concept:bais').replace('id: bias.seen', 'id: bias.what') }
        : { path, text: text.replace('figures/loss-axes.svg', 'figures/square.svg') },
    )
    const deck = { path: 'deck.yaml', text: 'id: bank-1\ntitle: Errors\nauthor: A\nlicence: MIT\n' }
    const published = readDeck([deck, ...broken], cardTypes).diagnostics.filter(({ file }) => file !== 'deck.yaml')
    const told = readAll(makeDraftReader({ ...draft, files: broken })).diagnostics
    const plain = (list: typeof told) => list.map(({ path: _, ...one }) => JSON.stringify(one)).sort()
    expect(published.length).toBeGreaterThan(2)
    expect(plain(told)).toEqual(plain(published))
  })

  it('lists cards that have not been read yet by their ids and first words', () => {
    const reader = makeDraftReader(sample())
    expect(reader.outline().cards).toHaveLength(reader.outline().left)
    expect(reader.readOn(() => true)).toBeGreaterThan(10)
    const early = reader.check()
    const whole = readAll(reader)
    expect(reader.outline().cards.map(({ title }) => title)).toEqual(whole.cards.map(({ title }) => title))
    expect(early.left).toBeGreaterThan(10)
    expect(early.cards.map(({ id, line }) => [id, line])).toEqual(whole.cards.map(({ id, line }) => [id, line]))
    expect(early.cards.map(({ title }) => title)).toEqual(whole.cards.map(({ title }) => title))
  })

  it('shows a card before any section is read, and tells of a broken one once it is', () => {
    const draft = sample()
    const broken = draft.files.map(({ path, text }) => ({
      path,
      text: path.endsWith('.md') ? 'No front matter.' : text,
    }))
    const reader = makeDraftReader({ ...draft, files: broken })
    expect(reader.look('more.cards.yaml', 1)).toMatchObject({ kind: 'card', id: 'bias.what', faults: [] })
    for (let left = 1; left > 0; ) left = reader.readOn(() => true)
    const faults = (look: ReturnType<DraftReader['look']>) => (look.kind === 'card' ? look.faults : [])
    expect(faults(reader.look('more.cards.yaml', 1))).toMatchObject([
      { message: 'There is no section "squared-error".' },
      {},
    ])
    expect(reader.check()).toEqual(readAll(makeDraftReader({ ...draft, files: broken })))
  })
})
