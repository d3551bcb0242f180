import { describe, expect, test } from 'vitest'
import { cardTypes } from '@/lib/cards/list'
import { compileDeck } from '@/lib/content/deck/compile-deck'
import { nearDuplicates } from '@/lib/content/deck/near-duplicates'
import { readDeck } from '@/lib/content/deck/read-deck'
import { formatDiagnostic } from '@/lib/core/diagnostic'

const about = 'id: d\ntitle: D\nauthor: A\nlicence: MIT\n'
const concepts = `- { id: a, study: 1, title: A, prerequisites: [b] }
- { id: b, study: 2, title: B }
`
const card = (id: string, concept = 'a', back = 'x') =>
  `- id: ${id}\n  concepts: [${concept}]\n  front: "Q of ${id}"\n  back: ${back}\n`

const deckOf = (files: { readonly [path: string]: string }) =>
  readDeck(
    Object.entries({ 'deck.yaml': about, 'concepts.yaml': concepts, ...files }).map(([path, text]) => ({ path, text })),
    cardTypes,
  )

const told = (files: { readonly [path: string]: string }) => deckOf(files).diagnostics.map(formatDiagnostic)

const section = (title: string, body: string) =>
  `---\nid: s\nstudy: 1\norder: 1\nconcepts: [a]\n---\n\n# ${title}\n\n${body}\n`

describe('faults are told with their place and their cure', () => {
  test.each([
    ['an unknown type', '- { id: a.x, type: chioce, concepts: [a] }', '1:20', 'Did you mean "choice"?'],
    ['an unknown concept', card('a.x', 'c'), '2:13', 'is no concept'],
    ['an unknown field', `${card('a.x')}  nots: y\n`, '5:3', 'Did you mean "note"?'],
    ['a field that stands twice', `${card('a.x')}  back: y\n`, '5:3', 'stands here twice'],
    ['a missing language', card('a.x', 'a', '{ en: x }'), '4:9', 'no text in "zh"'],
    ['a formula inside quotes', card('a.x', 'a', '"so $\\\\frac{a$ is"'), '4:', 'cannot be set'],
    ['a dangling link', card('a.x', 'a', '"see [it](concept:zz)"'), '4:14', 'no concept "zz"'],
    ['a missing figure', card('a.x', 'a', '"![x](figures/no.svg)"'), '4:10', 'no file'],
    ['an unknown section', `${card('a.x')}  section: zz\n`, '5:', 'no section'],
    ['a bad id', card('A B'), '1:', 'cannot name a card'],
    ['a list item that is no map', '- x\n', '1:3', 'should be a map'],
    ['bytes that are no UTF-8', card('a.x', 'a', '"a \uFFFD"'), '4:12', 'Save the file as UTF-8'],
    ['a byte of another encoding', card('a.x', 'a', '"a \u0000"'), '4:12', 'U+0000 cannot be read'],
    ['the character NUL behind an escape', card('a.x', 'a', '"a \\0"'), '4:9', 'NUL'],
    ['broken YAML', '- id: [\n', '', 'not valid YAML'],
    ['a tab as indentation', `${card('a.x')}\tnote: y\n`, '5:', 'Indent with spaces.'],
    ['a TeX command YAML cannot read', card('a.x', 'a', '"so $\\max(x)$"'), '4:', 'a backslash is written twice'],
    ['a TeX command YAML reads otherwise', card('a.x', 'a', '"so $x \\times y$"'), '4:', 'the start of "\\times"'],
    ['a TeX command that begins as a new line', card('a.x', 'a', '"so $\\nabla L$"'), '4:', 'the start of "\\nabla"'],
    ['an alias', '- &x { id: a.x }\n- *x\n', '2:3', 'alias'],
    ['a line of 10 MB', `- id: ${'a'.repeat(10_000_000)}`, '1:1', 'at most'],
  ])('%s', (_, text, place, message) => {
    const found = told({ 'x.cards.yaml': text })
    expect(found.join('\n')).toContain(message)
    expect(found.join('\n')).toContain(`x.cards.yaml:${place}`)
    expect(deckOf({ 'x.cards.yaml': text }).deck).toBeNull()
  })

  test('what the parser says after its first fault is not repeated', () => {
    expect(told({ 'x.cards.yaml': `${card('a.x')}\tnote: y\n${card('a.y')}` })).toHaveLength(1)
  })

  test('backslashes written twice, and new lines, are fair in double quotes', () => {
    expect(told({ 'x.cards.yaml': card('a.x', 'a', '"so\\n\\n$x \\\\times y$"') })).toEqual([])
  })

  test('two cards of one id, in any files', () => {
    expect(told({ 'x.cards.yaml': card('a.x'), 'y.cards.yaml': card('a.x') })).toEqual([
      expect.stringMatching(/^y.cards.yaml:1:3.*stands already in x.cards.yaml:1/),
    ])
  })

  test('a ring of prerequisites', () => {
    const ring = `${concepts.trim().replace('title: B', 'title: B, prerequisites: [a]')}\n`
    expect(told({ 'concepts.yaml': ring }).join()).toContain('a -> b -> a')
  })

  test('a section in one language, and two that differ', () => {
    expect(told({ 's.en.md': section('T', 'x') }).join()).toContain('no text in "zh"')
    const differ = told({ 's.en.md': section('T', 'so $x$ it is'), 's.zh.md': section('题', '因此 $y$ 成立') })
    expect(differ).toEqual([expect.stringMatching(/warning: The formula "x" is missing/)])
  })

  test('no deck at all', () => {
    expect(readDeck([], cardTypes).diagnostics.map((found) => found.message)).toEqual(['There is no deck.yaml.'])
  })
})

test('a card fenced in a section keeps its place in the file', () => {
  const fence = '```card\nid: a.f\nconcepts: [a]\nfront: Q\nbakc: x\n```'
  const found = told({ 's.en.md': section('T', fence), 's.zh.md': section('题', fence) })
  expect(found).toContainEqual(expect.stringMatching(/^s.en.md:14:1.*"bakc" is not a field here/))
})

describe('a compiled deck', () => {
  const files = { 'x.cards.yaml': card('a.x') + card('b.y', 'b'), 'y.cards.yaml': card('b.z', 'b') }
  const compile = (given: { readonly [path: string]: string }) => {
    const { deck } = deckOf(given)
    if (deck === null) throw new Error(told(given).join('\n'))
    return compileDeck(deck)
  }
  const cards = (given: { readonly [path: string]: string }) => compile(given).languages[0]?.bundle.cards ?? []

  test('introduces prerequisites first', () => {
    expect(cards(files).map(({ id }) => id)).toEqual(['d/b.y', 'd/b.z', 'd/a.x'])
  })

  test('does not depend on the order of files, line endings or comments', () => {
    const text = files['x.cards.yaml']
    const other = { 'y.cards.yaml': files['y.cards.yaml'], 'x.cards.yaml': `# hello\n${text.replaceAll('\n', '\r\n')}` }
    expect(compile(other)).toEqual(compile(files))
  })

  test('keeps ids and changes revisions when a card says something else', () => {
    const next = { ...files, 'x.cards.yaml': card('a.x', 'b', 'z') + card('b.new', 'b') }
    expect(compile(next).version).not.toBe(compile(files).version)
    const revisions = (given: { readonly [path: string]: string }) =>
      new Map(cards(given).map(({ id, revision }) => [`${id}`, revision]))
    const [before, after] = [revisions(files), revisions(next)]
    expect([...after.keys()].sort()).toEqual(['d/a.x', 'd/b.new', 'd/b.z'])
    expect(after.get('d/b.z')).toBe(before.get('d/b.z'))
    expect(after.get('d/a.x')).not.toBe(before.get('d/a.x'))
    const moved = { ...files, 'x.cards.yaml': card('a.x', 'b') + card('b.y', 'b') }
    expect(revisions(moved).get('d/a.x'), 'says the same under another concept').toBe(before.get('d/a.x'))
  })
})

test('cards that say nearly the same are told', () => {
  const long = 'What does the squared error measure on one example of the data?'
  const text = ['one', 'two'].map(
    (id) => `- { id: a.${id}, concepts: [a], front: "${long}", back: "Its miss ${id}" }\n`,
  )
  const { deck } = deckOf({ 'x.cards.yaml': text.join('') })
  expect(deck === null ? null : nearDuplicates(deck).map(({ line }) => line)).toEqual([2])
})
