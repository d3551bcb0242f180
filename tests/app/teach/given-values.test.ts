import { describe, expect, it } from 'vitest'
import { drawKindOf, drawnAs, endsOf, listTyped, typedList, writtenOf } from '@/app/_ui/teach/editor/given-values'

describe('a given in a form', () => {
  it('is known by how it is drawn', () => {
    expect(drawKindOf({ uniform: [-3, 3], decimals: 1 })).toBe('uniform')
    expect(drawKindOf({ shape: [2], integer: [1, 4] })).toBe('integer')
    expect(drawKindOf([1, 2])).toBe('written')
    expect(drawKindOf({ value: 3, tex: 'x_0' })).toBe('written')
    expect(drawKindOf({ bernoulli: 0.5 })).toBe('other')
    expect(endsOf({ uniform: [-3, 3] }, 'uniform')).toEqual(['-3', '3'])
    expect(writtenOf({ value: 3 })).toBe(3)
  })

  it('keeps its shape, its LaTeX and its range when it is drawn in another way', () => {
    const before = { shape: [2, 3], distinct: true, uniform: [-5, 5], decimals: 2, tex: 'W_1' }
    expect(drawnAs(before, 'integer')).toEqual({ integer: [-5, 5], shape: [2, 3], distinct: true, tex: 'W_1' })
    expect(drawnAs(before, 'choice')).toEqual({ choice: [1, 2, 3], shape: [2, 3], distinct: true, tex: 'W_1' })
    expect(drawnAs(before, 'written')).toEqual({ value: 1, tex: 'W_1' })
    expect(drawnAs({ uniform: [0, 1] }, 'written')).toBe(1)
    expect(drawnAs(4, 'uniform')).toEqual({ uniform: [-3, 3], decimals: 1 })
  })

  it('reads lists as they are typed, expressions and all', () => {
    expect(typedList('2, n + 1, ')).toEqual([2, 'n + 1'])
    expect(listTyped([2, 'n + 1'])).toBe('2, n + 1')
    expect(listTyped(3)).toBe('3')
  })
})
