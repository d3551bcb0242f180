import { describe, expect, it } from 'vitest'
import { numeric } from '@/lib/cards/numeric/card'
import { compiledCard, readCard } from './read-card'

const card = `
id: sigmoid.peak
question: { en: "What is the largest slope of the sigmoid?", zh: "sigmoid 的最大斜率是多少？" }
answer: 0.25
decimals: 2
`

describe('a numeric card', () => {
  it('marks a number typed in any usual way and writes the answer at the asked precision', () => {
    const { answer } = compiledCard('numeric', card)
    for (const typed of ['0.25', '1/4', '０。２５', '.25']) {
      const { verdict, suggested } = answer('e', { answer: [typed] })
      expect([verdict.kind === 'marked' && verdict.right, suggested], typed).toEqual([true, 'good'])
    }
    const wrong = answer('e', { answer: ['0.5'] })
    expect(wrong.verdict).toMatchObject({ kind: 'marked', right: false, cells: [{ key: '0.25' }] })
    expect(wrong.suggested).toBe('again')
  })

  it('gives nothing away for an unreadable answer', () => {
    expect(compiledCard('numeric', card).answer('e', { answer: ['a quarter'] })).toMatchObject({
      verdict: { kind: 'unreadable' },
      answer: [],
      suggested: null,
    })
  })

  it('shows its unit beside the box and after the answer', () => {
    const { present, answer } = compiledCard('numeric', `${card}unit: px\n`)
    expect(present('e').input).toMatchObject({
      asks: [{ label: { math: null, text: '' }, unit: { math: null, text: 'px' } }],
    })
    expect(JSON.stringify(answer('e', { answer: ['0.25'] }).answer)).toContain('px')
  })

  it.each([
    ['no precision', card.replace('decimals: 2', ''), 'how precise'],
    ['two precisions', `${card}integer: true\n`, 'whole and have decimals'],
    ['a whole number that is none', card.replace('decimals: 2', 'integer: true'), 'not a whole number'],
    ['an unknown field', `${card}units: px\n`, 'units'],
  ])('refuses %s with a sentence', (_, text, words) => {
    expect(
      readCard('numeric', text)
        .diagnostics.map(({ message }) => message)
        .join(),
    ).toContain(words)
  })

  it('tells the answer to a learner who gives up, marks nothing and suggests again', () => {
    const outcome = numeric.outcome(
      compiledCard('numeric', card).compiled,
      { seed: 'e', language: 'en' },
      { kind: 'reveal' },
      0,
    )
    expect(outcome).toMatchObject({ verdict: { kind: 'ungraded' }, suggested: 'again' })
    expect(outcome.answer).not.toEqual([])
  })

  it('accepts what lies within a stated tolerance, and no more', () => {
    const { answer } = compiledCard('numeric', card.replace('decimals: 2', 'decimals: 2\ntolerance: 0.05'))
    const right = (typed: string) => {
      const { verdict } = answer('e', { answer: [typed] })
      return verdict.kind === 'marked' && verdict.right
    }
    expect(['0.30', '0.2', '0.27'].map(right)).toEqual([true, true, true])
    expect(['0.31', '0.19'].map(right)).toEqual([false, false])
  })

  it('refuses a tolerance that means nothing', () => {
    const faults = (more: string) => readCard('numeric', card + more).diagnostics.map(({ message }) => message)
    expect(faults('tolerance: -1')).toEqual(['A tolerance cannot be negative.'])
    expect(
      readCard('numeric', card.replace('0.25', '3').replace('decimals: 2', 'integer: true\ntolerance: 1')).diagnostics,
    ).toMatchObject([{ message: 'A whole number is met or not.' }])
  })
})
