import { describe, expect, it } from 'vitest'
import { checkEquation, checkSides } from '@/lib/importers/notes-markdown/claims/check-formula'
import { checkCode } from '@/lib/importers/notes-markdown/claims/code/check-code'
import { codePatterns } from '@/lib/importers/notes-markdown/claims/code/patterns'
import { formulas } from '@/lib/importers/notes-markdown/claims/formulas/list'
import { runExpressions } from '@/lib/importers/notes-markdown/claims/run'
import { byRule, proposed, shown } from './notes-fixtures'

/** Printed with several pieces or letters the translator has no value for: compared by their pieces elsewhere. */
const inPieces = new Set(['elu', 'f1', 'bellman', 'nesterov-step', 'nesterov-shifted-step', 'momentum-step'])

describe('formulas', () => {
  it('are about sixty, each under a name of its own', () => {
    expect(formulas.length).toBeGreaterThanOrEqual(60)
    expect(new Set(formulas.map(({ id }) => id)).size).toBe(formulas.length)
  })

  it.each(formulas.filter(({ id }) => !inPieces.has(id)))('$id: its own print is right', (entry) => {
    expect(checkSides(entry, [{ tex: entry.tex, condition: null }], '')).toMatchObject({
      kind: 'checked',
      entry: entry.id,
    })
  })

  it.each(formulas.filter(({ id }) => !inPieces.has(id)))('$id: a print that is off by one is an erratum', (entry) => {
    expect(checkSides(entry, [{ tex: `${entry.tex}+1`, condition: null }], '')).toMatchObject({ kind: 'erratum' })
  })

  it('are wrong with the numbers that show it', () => {
    const { cards } = proposed('formulas.zh.md')
    const told = byRule(cards, 'erratum').map(({ claim }) =>
      claim.kind === 'erratum' ? [claim.entry, claim.numbers.length] : [],
    )
    expect(told).toEqual([
      ['tanh', 1],
      ['precision', 1],
      ['function-application', 0],
    ])
    expect(byRule(cards, 'formula').map(({ claim }) => claim.kind)).toEqual([
      'checked',
      'checked',
      'checked',
      'not checked',
      'checked',
      'checked',
    ])
  })

  it('are never called right for want of an entry', () => {
    const claim = checkEquation({ left: 'Q', right: 'x+1', index: 0 }, 'Q=x+1', 'something of its own', checkSides)
    expect(claim).toEqual({ kind: 'not checked' })
  })

  it('are run by the compute engine', () => {
    expect(runExpressions({}, ['sigmoid(0)'])?.[0]?.data[0]).toBe(0.5)
    expect(runExpressions({}, ['nothing(1)'])).toBeNull()
  })
})

describe('code', () => {
  it('has eight patterns, each right by its own measure', () => {
    expect(codePatterns).toHaveLength(8)
    for (const { id, right } of codePatterns)
      expect(checkCode(right, `${id} SGD momentum 动量 nesterov adam full`)).toMatchObject({ kind: 'checked' })
  })

  it('that runs right is completed; code that does not has its line pointed at', () => {
    const { cards } = proposed('code.zh.md')
    expect(byRule(cards, 'code').map(({ claim }) => claim.kind)).toEqual(['checked', 'not checked'])
    const slips = byRule(cards, 'erratum')
    expect(slips.map(({ type }) => type)).toEqual(['find-error', 'find-error', 'find-error'])
    expect(slips.map(({ claim }) => (claim.kind === 'erratum' ? claim.correct : ''))).toEqual([
      'grad_squared += dx * dx',
      'grad_squared = decay_rate * grad_squared + (1 - decay_rate) * dx * dx',
      'x -= learning_rate * dx',
    ])
  })

  it('with three bugs gives one card a bug', () => {
    const adam = codePatterns.find(({ id }) => id === 'adam')?.right ?? ''
    const wrong = adam
      .replace('+ (1 - beta1)', '* (1 - beta1)')
      .replace('range(1, num_iterations + 1)', 'range(num_iterations)')
      .replace('first_unbias / (np', 'first_moment / (np')
    const claim = checkCode(wrong, 'Adam (full form)')
    expect(claim.kind === 'erratum' ? claim.slips : []).toHaveLength(3)
  })
})

describe('statements', () => {
  it('that are known to be wrong become an erratum each and nothing else', () => {
    const { cards } = proposed('misstatements.zh.md')
    expect(byRule(cards, 'erratum').map(({ claim }) => (claim.kind === 'erratum' ? claim.entry : ''))).toEqual([
      'zero-centering-only-subtracts',
      'softmax-loss-compared',
      'update-ratio-of-magnitudes',
      'layers-counted',
      'logarithm-rounded',
      'batchnorm-every-forward-pass',
      'weight-average-decays',
    ])
    expect(
      cards
        .filter(({ claim }) => claim.kind !== 'erratum')
        .map(shown)
        .join(),
    ).not.toMatch(/1\.608|多两层|除以范围/)
  })

  it('are put right where only a word is wrong, and say so where it is a term', () => {
    const { cards } = proposed('wording.zh.md')
    const all = cards.map(shown).join('\n')
    expect(all).not.toMatch(/范式|Polling|GoogleNet|批量标准化/)
    expect(cards[0]?.fields.erratum).toBe('笔记写作“范式”，应为“范数”。')
    expect(cards.filter(({ claim }) => claim.kind === 'erratum')).toHaveLength(4)
  })
})
