import { describe, expect, it } from 'vitest'
import { readExpression, withWords, wordsIn, writeExpression } from '@/app/_ui/teach/editor/form-values'
import { figureFault, figureName } from '@/app/_ui/teach/editor/put-figure'

describe('the values of a form', () => {
  it.each([
    ['relu(w * x)'],
    ['{ uniform: [-3, 3], decimals: 1 }'],
    ['{ shape: [n, k + 1], normal: [0, 1], decimals: 2 }'],
    ['[[1, 2], [3, 4]]'],
    ['-0.5'],
    ['true'],
    ['s[y]'],
  ])('keep an expression as it was typed: %s', (text) => {
    expect(writeExpression(readExpression(text))).toBe(text)
  })

  it('tell numbers, lists and draws from formulas', () => {
    expect(readExpression('3')).toBe(3)
    expect(readExpression('[1, x]')).toEqual([1, 'x'])
    expect(readExpression('{ index: 3 }')).toEqual({ index: 3 })
    expect(readExpression('x + 1')).toBe('x + 1')
  })

  it('write a text plainly in a bank of one language, and beside the other in a bank of two', () => {
    expect(withWords('old', 'en', 'new', ['en'])).toBe('new')
    expect(withWords('old', 'en', 'new', ['en', 'zh'])).toEqual({ en: 'new', zh: 'old' })
    expect(withWords({ en: 'a', zh: 'b' }, 'zh', 'c', ['en', 'zh'])).toEqual({ en: 'a', zh: 'c' })
    expect(wordsIn('alike', 'zh')).toBe('alike')
  })
})

describe('a picture for a draft', () => {
  it('has a plain name that none has yet', () => {
    const file = { name: 'My Plot (1).PNG', type: 'image/png' }
    expect(figureName(file, new Set())).toBe('figures/my-plot-1.png')
    expect(figureName(file, new Set(['figures/my-plot-1.png']))).toBe('figures/my-plot-1-2.png')
    expect(figureName({ name: '.png', type: 'image/png' }, new Set())).toBe('figures/figure.png')
  })

  it('is of a kind that can be shown, and not too large', () => {
    expect(figureFault({ type: 'image/png', size: 1 })).toBeNull()
    expect(figureFault({ type: 'application/pdf', size: 1 })).toBe('kind')
    expect(figureFault({ type: 'image/jpeg', size: 5 * 1024 * 1024 })).toBe('large')
  })
})
