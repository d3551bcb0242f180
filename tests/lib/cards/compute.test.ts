import { describe, expect, it } from 'vitest'
import type { ShownTensor } from '@/lib/view/block'
import { hinge } from '../compute/questions'
import { compiledCard, readCard } from './read-card'

const card = `${hinge}solution: { en: "The margins sum to {loss}.", zh: "间隔之和为 {loss}。" }\n`
const { present, answer, compiled } = compiledCard('compute', card)
const seeds = Array.from({ length: 40 }, (_, i) => `event-${i}`)

const tensorsOf = (seed: string): readonly ShownTensor[] =>
  present(seed).question.flatMap((block) => (block.kind === 'tensors' ? block.items : []))

/** The loss by hand from the displayed numbers, counting the true class or not. */
const byHand = (seed: string, countsTrue: boolean) => {
  const { given } = present(seed)
  const s = given?.s?.data ?? []
  const y = given?.y?.data[0] ?? 0
  const margins = s.map((x, j) => (j === y && !countsTrue ? 0 : Math.max(0, x - (s[y] ?? 0) + 1)))
  const gradient = margins.map((m, j) => (j !== y && m > 0 ? 1 : 0))
  const active = gradient.reduce<number>((sum, g) => sum + g, 0)
  return {
    loss: [margins.reduce((sum, m) => sum + m, 0).toFixed(1)],
    ask_2: gradient.map((g, j) => String(j === y ? -active : g)),
  }
}

describe('a compute card', () => {
  it('shows an occasion the same numbers every time, and other occasions others', () => {
    expect(present('a')).toEqual(present('a'))
    expect(new Set(seeds.map((seed) => JSON.stringify(present(seed).given))).size).toBeGreaterThan(8)
  })

  it('shows tensors as drawn, with a true minus, and tells a scalar of the prompt once', () => {
    const [scores, delta, more] = tensorsOf('a')
    expect([scores?.name, delta?.name, more]).toEqual(['s', 'delta', undefined])
    expect(scores?.cells.every((cell) => /^\u2212?\d\.\d$/.test(cell))).toBe(true)
    expect(JSON.stringify(present('a').question)).not.toContain('"value"')
  })

  it('marks the answer worked out by hand right, whatever the numbers', () => {
    for (const seed of seeds) {
      const { verdict, suggested, feedback } = answer(seed, byHand(seed, false))
      expect(verdict, seed).toMatchObject({ kind: 'marked', right: true, score: 1, mistake: null })
      expect([suggested, feedback], seed).toEqual(['good', []])
    }
  })

  it('names the mistake in an answer worked out with it, and the step where it went wrong', () => {
    for (const seed of seeds) {
      const wrong = { ...byHand(seed, false), loss: byHand(seed, true).loss }
      const { verdict, suggested, feedback, trace } = answer(seed, wrong)
      expect(verdict, seed).toMatchObject({ right: false, mistake: { name: 'counts-true-class', step: 'margins' } })
      expect(suggested, seed).toBe('again')
      expect(JSON.stringify(feedback), seed).toContain('counts no margin')
      expect(trace?.nodes.find(({ name }) => name === 'loss')?.mistaken, seed).toEqual(wrong.loss)
    }
  })

  it('costs nothing when a cell is empty or cannot be read', () => {
    const right = byHand('a', false)
    for (const loss of ['', '1,000', 'abc'])
      expect(answer('a', { ...right, loss: [loss] }), loss).toMatchObject({
        verdict: { kind: 'unreadable' },
        answer: [],
        trace: null,
        suggested: null,
      })
  })

  it('puts the numbers into the solution', () => {
    const right = byHand('a', false)
    expect(JSON.stringify(answer('a', right).answer)).toContain(`The margins sum to `)
    expect(JSON.stringify(answer('a', right).answer)).toContain(String(Number(right.loss[0])))
  })

  it('reads the same numbers in both languages', () => {
    const chinese = compiledCard('compute', card, 'zh')
    expect(chinese.present('a').given).toEqual(present('a').given)
  })

  it('keeps its words out of the program it sends along', () => {
    expect(JSON.stringify(present('a').engine?.program)).not.toContain('true class')
    expect(JSON.stringify(compiled).length).toBeLessThan(60_000)
  })

  it('sets verdict questions as options and marks the chosen one', () => {
    const verdict = compiledCard(
      'compute',
      `
prompt: { en: "Does the gradient vanish?", zh: "梯度会消失吗？" }
given: { z: { choice: [-2, -1, 1, 2] } }
ask:
  - { name: dead, value: "z < 0", choice: [{ en: "No", zh: "否" }, { en: "Yes", zh: "是" }] }
`,
    )
    const { input, given } = verdict.present('a')
    expect(input).toMatchObject({ asks: [{ options: [[{ text: 'No' }], [{ text: 'Yes' }]] }] })
    const right = (given?.z?.data[0] ?? 0) < 0 ? '1' : '0'
    expect(verdict.answer('a', { dead: [right] }).verdict).toMatchObject({ right: true })
    expect(verdict.answer('a', { dead: [right === '1' ? '0' : '1'] }).verdict).toMatchObject({ right: false })
  })

  it('refuses a question no variant of which can be asked, with the reasons', () => {
    const { card: none, diagnostics } = readCard('compute', card.replace('delta: 1', 'delta: -99'))
    expect(none).toBeNull()
    expect(diagnostics.map(({ message }) => message).join()).toContain('None of the')
  })

  it('tells shapes that do not fit at their place', () => {
    const { card: none, diagnostics } = readCard('compute', card.replace('onehot(y, 3)', 'onehot(y, 4)'))
    expect(none).toBeNull()
    expect(diagnostics).toMatchObject([{ path: '/steps/margins', line: 10 }])
  })

  it("tells the program's own faults at their place", () => {
    const { card: none, diagnostics } = readCard('compute', card.replace('loss: sum(margins)', 'loss: sum(marginz)'))
    expect(none).toBeNull()
    expect(diagnostics[0]).toMatchObject({ file: 'test.cards.yaml', path: '/steps/loss' })
  })

  it('calls asked gradients by their formula, in boxes, steps and messages', () => {
    const { input } = present('a')
    expect(input).toMatchObject({
      asks: [{}, { label: { math: { tex: '\\frac{\\partial \\mathrm{loss}}{\\partial s}' } } }],
    })
    const node = answer('a', byHand('a', false)).trace?.nodes.find(({ name }) => name === 'ask_2')
    expect(node?.math?.tex).toBe('\\frac{\\partial \\mathrm{loss}}{\\partial s}')
    const { verdict } = answer('a', { ...byHand('a', false), ask_2: [] })
    expect(verdict.kind === 'unreadable' && verdict.message.values.part).not.toContain('ask_2')
  })

  it('points at the ask where only an answer goes wrong', () => {
    const right = byHand('a', false)
    const { verdict } = answer('a', { ...right, ask_2: right.ask_2.map((cell) => String(-Number(cell))) })
    expect(verdict).toMatchObject({ mistake: { name: 'wrong-sign', step: 'ask_2' } })
  })

  it('has the names of givens, steps and asks checked as formulas', () => {
    const named = card
      .replace('delta: 1', 'delta: { value: 1, tex: "\\\\Delta" }')
      .replace('decimals: 1 }\n  - {', 'decimals: 1, tex: "L_i" }\n  - {')
    expect(readCard('compute', named).diagnostics).toEqual([])
    expect(readCard('compute', named).markdown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/given/delta/tex', words: { en: '$\\Delta$', zh: '$\\Delta$' } }),
        expect.objectContaining({ path: '/ask/0/tex' }),
      ]),
    )
  })

  it('collects the words inside the program, so that their formulas are checked like all others', () => {
    expect(readCard('compute', card).markdown.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/prompt', '/solution', '/mistakes/wrong-sign/says']),
    )
  })
})
