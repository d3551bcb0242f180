import { describe, expect, it } from 'vitest'
import { occlusion } from '@/lib/cards/occlusion/card'
import type { Answer } from '@/lib/view/input'
import { compiledCard, readCard } from './read-card'

const boxes = `boxes:
  - { at: [5, 10, 20, 15], label: { en: "input gate", zh: "输入门" } }
  - { at: [40, 10, 20, 15], label: { en: "forget gate", zh: "遗忘门" } }
  - { at: [70.5, 10, 29.5, 90], label: { en: "output gate", zh: "输出门" } }
`
const card = `
id: lstm.gates
question: { en: "Which gate is outlined?", zh: "标出的是哪个门？" }
figure: figures/lstm.svg
alt: { en: "A cell with three gates", zh: "带三个门的单元" }
ask: 2
${boxes}`

const occasion = { seed: 'e', language: 'en' } as const
const outcomeOf = (text: string, answer: Answer) =>
  occlusion.outcome(compiledCard('occlusion', text).compiled, occasion, answer, 4000)
const masksOf = (blocks: readonly unknown[]) =>
  JSON.parse(JSON.stringify(blocks)).find((block: { kind: string }) => block.kind === 'figure').masks

describe('an occlusion card', () => {
  it('covers every box, marks the asked one, and names none of them', () => {
    const { question, input } = compiledCard('occlusion', card).present('e')
    expect(input).toEqual({ kind: 'reveal' })
    expect(masksOf(question)).toEqual([
      { box: [5, 10, 20, 15], state: 'covered' },
      { box: [40, 10, 20, 15], state: 'asked' },
      { box: [70.5, 10, 29.5, 90], state: 'covered' },
    ])
    expect(JSON.stringify(question)).not.toContain('forget gate')
  })

  it('covers the asked box alone where it hides one', () => {
    const { question } = compiledCard('occlusion', `${card}hide: one\n`).present('e')
    expect(masksOf(question)).toEqual([{ box: [40, 10, 20, 15], state: 'asked' }])
  })

  it('lays open the asked box only: the others are other cards', () => {
    const { answer, verdict } = outcomeOf(card, { kind: 'reveal' })
    expect(verdict).toEqual({ kind: 'ungraded' })
    expect(JSON.stringify(answer)).toContain('forget gate')
    expect(masksOf(answer).map(({ state }: { state: string }) => state)).toEqual(['covered', 'shown', 'covered'])
  })

  it('offers the labels to pick from, and one wrong pick is no share of knowing', () => {
    const picking = `${card}pick: true\n`
    const { input } = compiledCard('occlusion', picking).present('e')
    expect(input).toMatchObject({ kind: 'choice', multiple: false, options: { length: 3 } })
    expect(outcomeOf(picking, { kind: 'choice', chosen: ['box-2'] })).toMatchObject({
      verdict: { kind: 'marked', right: true },
    })
    expect(outcomeOf(picking, { kind: 'choice', chosen: ['box-1'] })).toMatchObject({
      verdict: { kind: 'marked', right: false, score: 0 },
      suggested: 'again',
    })
    for (const chosen of [[], ['box-9'], ['box-1', 'box-2']])
      expect(outcomeOf(picking, { kind: 'choice', chosen }).verdict.kind, String(chosen)).toBe('unreadable')
  })

  it('has its picture checked like one in a text, with the text for those who cannot see it', () => {
    const text = card.replace('A cell', 'A [cell]')
    expect(readCard('occlusion', text).markdown.map(({ words }) => words.en)).toContain(
      '![A \\[cell\\] with three gates](<figures/lstm.svg>)',
    )
  })

  it.each([
    ['a picture from elsewhere', card.replace('figures/lstm.svg', 'https://example.org/lstm.svg'), 'not a figure'],
    ['something to play with', card.replace('figures/lstm.svg', 'explorer:optimisers'), 'not a figure'],
    ['a box without a name', card.replace('{ en: "input gate", zh: "输入门" }', '" "'), 'Box 1 has no name'],
    ['a box beyond the picture', card.replace('29.5, 90', '30, 90'), 'reaches beyond'],
    ['a box of three numbers', card.replace('[5, 10, 20, 15]', '[5, 10, 20]'), 'not four numbers'],
    ['a box of words', card.replace('[5, 10,', '[5, left,'), 'not four numbers'],
    ['a box too small to see', card.replace('[5, 10, 20, 15]', '[5, 10, 0.5, 15]'), 'too small'],
    ['a box that is not there', card.replace('ask: 2', 'ask: 4'), 'no box 4'],
    ['an unknown way to hide', `${card}hide: none\n`, '"none" hides nothing'],
    ['picking between labels in sight', `${card}hide: one\npick: true\n`, 'labels that stay in sight'],
    ['picking between twins', `${card}pick: true\n`.replace('遗忘门', '输入门'), 'same label'],
    ['no boxes at all', card.replace(boxes, 'boxes: []\n'), 'There are 0 boxes'],
    [
      'picking between two',
      `${card}pick: true\n`.replace(/ {2}- \{ at: \[70[^\n]*\n/, ''),
      'There are 2 labels to pick from',
    ],
  ])('refuses %s with a sentence', (_, text, words) => {
    const { card: read, diagnostics } = readCard('occlusion', text)
    expect(read).toBeNull()
    expect(diagnostics.map(({ message }) => message).join()).toContain(words)
  })
})
