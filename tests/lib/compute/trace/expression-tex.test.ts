import { describe, expect, it } from 'vitest'
import { parseExpression } from '@/lib/compute/language/parse'
import { ops } from '@/lib/compute/ops/list'
import { tensor } from '@/lib/compute/ops/tensor'
import { expressionTex } from '@/lib/compute/trace/expression-tex'
import { nameTex } from '@/lib/compute/trace/name-tex'
import { workedText } from '@/lib/compute/trace/worked'
import { makeFormulas } from '@/lib/content/markdown/formulas'

const opNames = ops.filter(({ written }) => written === undefined).map(({ name }) => name)

const parse = (text: string) => {
  const parsed = parseExpression(text)
  if (!parsed.ok) throw new Error(parsed.error.message)
  return parsed.value
}

describe('an expression as LaTeX', () => {
  it.each([
    ['relu(s - s[y] + delta)', '\\max\\left(0,\\, s - {s}_{y} + \\delta\\right)'],
    ['W @ x + b', 'W \\, x + b'],
    ['a - (b - c)', 'a - \\left(b - c\\right)'],
    ['(a + b) * c', '\\left(a + b\\right) \\cdot c'],
    ['a * -b', 'a \\cdot \\left(-b\\right)'],
    ['-x ^ 2', '-{x}^{2}'],
    ['(a + b) / 2', '\\frac{a + b}{2}'],
    ['sum(a + b)', '\\sum \\left(a + b\\right)'],
    ['sum(x, axis=0)', '\\sum_{\\text{axis} = 0} x'],
    ['exp(-x)', 'e^{-x}'],
    ['grad(loss, W1)', '\\frac{\\partial \\mathrm{loss}}{\\partial W_{1}}'],
    ['x[1:, 0]', '{x}_{1{:},\\,0}'],
    ['s > 0', '\\mathbb{1}[s > 0]'],
    ['log_softmax(s)', '\\operatorname{log\\_softmax}\\left(s\\right)'],
    ['1e-5 * x', '10^{-5} \\cdot x'],
  ])('writes %s', (text, tex) => {
    expect(expressionTex(parse(text), nameTex)).toBe(tex)
  })
})

describe('generated LaTeX', () => {
  const names = ['x', '_x', 'x__1', '__proto__', 'dW', 'W1', 'x_hat', 'delta', 'softmax_out', 'Gamma', 'a1b2', '_']
  const calls = opNames.flatMap((name) => [`${name}(x)`, `${name}(x + y, axis=0)`, `2 * ${name}(-x, y, 3)`])

  it.each([...names, ...calls, 'x[y, 1:2] ^ -2 ^ z', '(a < b) * [1, -2e9]', 'grad(sum(y * dy), x)'])(
    'sets %s',
    (text) => {
      expect(makeFormulas().set(expressionTex(parse(text), nameTex), false, 'none', 'en').faults).toEqual([])
    },
  )
})

describe('an expression with its numbers put in', () => {
  const s = { tensor: tensor([3], [3.2, 5.1, -1.7]), cells: ['3.2', '5.1', '-1.7'] }
  const y = { tensor: tensor([], [0]), cells: ['0'] }
  const m = { tensor: tensor([], [-2]), cells: ['-2'] }
  const big = { tensor: tensor([5], [1, 2, 3, 4, 5]), cells: ['1', '2', '3', '4', '5'] }
  const values = new Map([
    ['s', s],
    ['y', y],
    ['m', m],
    ['big', big],
  ])
  it.each([
    ['relu(s - s[y] + 1)', 'relu([3.2, 5.1, -1.7] - 3.2 + 1)'],
    ['m ^ 2 - m', '(-2) ^ 2 - (-2)'],
    ['-m', '-(-2)'],
    ['sum(big * m)', 'sum(big * (-2))'],
    ['s[-1]', '-1.7'],
    ['(y + 1) * 2', '(0 + 1) * 2'],
    ['grad(loss, s)', 'grad(loss, s)'],
  ])('writes %s', (text, worked) => {
    expect(workedText(parse(text), (name) => values.get(name) ?? null)).toBe(worked)
  })
})
