import { describe, expect, test } from 'vitest'
import { speak } from '@/lib/content/markdown/speak'

describe('a formula is said in words', () => {
  test.each([
    ['\\frac{1}{N}', '1 over N', 'N 分之 1'],
    ['x^2', 'x squared', 'x 的平方'],
    ['W^\\top x', 'W transpose x', 'W 转置 x'],
    ['A^{-1}', 'A inverse', 'A 的负一次方'],
    ['s_{y_i}', 's sub y sub i', 's 下标 y 下标 i'],
    ['\\sum_{i=1}^{N} x_i', 'the sum over i equals 1 to N of x sub i', '对 i 等于 1 到 N 求和 x 下标 i'],
    ['\\max(0, x)', 'the maximum of (0, x)', '最大值 (0, x)'],
    ['\\hat y \\ne y', 'y hat is not y', 'y 帽 不等于 y'],
    ['\\sqrt{x}', 'the square root of x', '根号 x'],
    ['\\text{loss} = 0', 'loss equals 0', 'loss 等于 0'],
    ['\\left( a \\right)', '(a)', '(a)'],
  ])('%s', (tex, en, zh) => {
    expect(speak(tex, 'en')).toBe(en)
    expect(speak(tex, 'zh')).toBe(zh)
  })

  test('whatever is written, without an exception', () => {
    for (const tex of ['', '{', '}', '\\frac', '_^_^', '\\sqrt[', '\\begin{cases}', '{'.repeat(4000), '\\'.repeat(99)])
      expect(typeof speak(tex, 'en')).toBe('string')
  })

  test.each([
    ['arguments of arguments', '\\frac{x}'],
    ['commands of commands', '\\hat'],
    ['roots of roots', '\\sqrt[\\sqrt['],
    ['powers of powers', 'x^{'],
    ['scripts of nothing', 'x_'],
  ])('does not descend for ever into %s', (_what, piece) => {
    for (const language of ['en', 'zh'] as const) expect(typeof speak(piece.repeat(50_000), language)).toBe('string')
  })
})
