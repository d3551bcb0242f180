import { expect, test } from 'vitest'
import { faults, read } from './text'

test('headings carry the anchor written behind them, or a number both languages share', () => {
  expect(read('## One {#first}\n\n### Two').blocks).toEqual([
    { kind: 'heading', level: 2, id: 'first', children: [{ kind: 'text', text: 'One' }] },
    { kind: 'heading', level: 3, id: 'part-2', children: [{ kind: 'text', text: 'Two' }] },
  ])
})

test('an erratum is a quote with a word in brackets; other words are told', () => {
  expect(read('> [!erratum]\n> wrong').blocks).toMatchObject([{ kind: 'erratum', children: [{ kind: 'paragraph' }] }])
  expect(faults('> [!note]\n> x')).toEqual(['1:1 "[!note]" is not known.'])
})

test('figures come from the deck and say what they show', () => {
  expect(read('![a curve](figures/a.svg "see $x$")').blocks).toMatchObject([
    { kind: 'figure', src: 'figures/a.svg', alt: 'a curve', caption: [{ kind: 'text' }, { kind: 'math' }] },
  ])
  expect(faults('![](figures/a.svg)')).toHaveLength(1)
  for (const src of ['https://a.org/x.png', 'figures/../../etc/passwd', 'data:image/png;base64,x', '/x.svg'])
    expect(faults(`![x](${src})`), src).toHaveLength(1)
})

test('tables, lists, code and rules keep their shape', () => {
  const { blocks, faults: found } = read('| a | b |\n|---|---|\n| 1 | 2 |\n\n3. x\n4. y\n\n```python\nz\n```\n\n---')
  expect(found).toEqual([])
  expect(blocks).toMatchObject([
    { kind: 'table', header: [[{ text: 'a' }], [{ text: 'b' }]], rows: [[[{ text: '1' }], [{ text: '2' }]]] },
    { kind: 'list', ordered: true, start: 3, items: [[{}], [{}]] },
    { kind: 'code', language: 'python', text: 'z' },
    { kind: 'rule' },
  ])
})

test('inline $$ is inline mathematics', () => {
  expect(read('so $$x^2$$ it is').blocks).toMatchObject([{ kind: 'paragraph', children: [{}, { kind: 'math' }, {}] }])
})

test('a formula that cannot be set is told at its place', () => {
  expect(faults('a\n\nso $x + \\frac{a$ is')[0]).toMatch(/^3:\d+ The formula cannot be set/)
  expect(faults('$$\nx\n\\nonsense\n$$')[0]).toMatch(/^3:1 The formula cannot be set/)
})

test('full-width punctuation in a formula is told', () => {
  expect(faults('$f(x，y)$')[0]).toMatch(/^1:5 The formula is not valid LaTeX/)
  expect(faults('$\\text{若 x，y}$')).toEqual([])
})

test('KaTeX gets no trust: nothing of the author reaches an attribute', () => {
  for (const tex of ['\\href{javascript:x}{y}', '\\htmlClass{a}{b}', '\\includegraphics{x}', '\\url{javascript:x}'])
    expect(read(`$${tex}$`).faults.length, tex).toBeGreaterThan(0)
})

test('texts that would take long are refused unread', () => {
  for (const text of [
    'a'.repeat(10_000_000),
    '*a_ '.repeat(9000),
    '> '.repeat(3000),
    `$${'{'.repeat(3900)}$`,
    '[a](<b'.repeat(1300),
    `${'*a\n'.repeat(3000)}`,
  ])
    expect(read(text).faults.length, text.slice(0, 10)).toBeGreaterThan(0)
  const steps = Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')
  expect(read(steps).faults[0]?.message).toBe('Line 41 nests more than 40 quotes and lists.')
})

test('code without a language is told mildly', () => {
  expect(read('```\nx\n```').faults.map((fault) => fault.severity)).toEqual(['warning'])
})
