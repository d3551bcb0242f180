import { describe, expect, it } from 'vitest'
import { translateFormula } from '@/lib/importers/questions/translate-formula'

const names = (name: string) => (['a', 'b', 'x'].includes(name) ? name : null)
const moodle = (formula: string) => translateFormula(formula, 'moodle', names)
const canvas = (formula: string) => translateFormula(formula, 'canvas', names)

describe('a formula of a calculated question', () => {
  it.each([
    ['{a} + {b} * 2', 'a + b * 2'],
    ['({a} - {b}) / 2', '(a - b) / 2'],
    ['-{a} ** 2', '(-(a ^ 2))'],
    ['pow({a}, {b} + 1)', '((a) ^ (b + 1))'],
    ['pi() * {a}', `${Math.PI} * a`],
    ['max({a}, {b}, 3)', 'maximum(maximum(a, b), 3)'],
    ['log({a}) % 2', 'mod(log(a), 2)'],
    ['1e-3 * .5', '1e-3 * 0.5'],
  ])('of Moodle is translated: %s', (formula, expected) => {
    expect(moodle(formula)).toEqual({ ok: true, value: expected })
  })

  it('of Canvas names wildcards barely or in brackets, and means base 10 by log', () => {
    expect(canvas('2a')).toEqual({ ok: false, error: 'a' })
    expect(canvas('x ^ 2 + [a]')).toEqual({ ok: true, value: '(x ^ 2) + a' })
    expect(canvas('log(x)')).toEqual({ ok: true, value: '(log(x) / log(10))' })
  })

  it('is refused with the piece that is not known', () => {
    expect(moodle('{c} + 1')).toEqual({ ok: false, error: 'c' })
    expect(moodle('system({a})')).toEqual({ ok: false, error: 'system()' })
    expect(moodle('{a} +')).toMatchObject({ ok: false })
    expect(moodle('{a}; {b}')).toMatchObject({ ok: false })
    expect(moodle(`${'('.repeat(500)}1${')'.repeat(500)}`)).toMatchObject({ ok: false })
  })
})
