import { describe, expect, it } from 'vitest'
import type { Expression } from '@/lib/compute/language/expression'
import { parseExpression } from '@/lib/compute/language/parse'

/** The tree with every grouping written out. */
const grouped = (e: Expression): string => {
  switch (e.kind) {
    case 'number':
      return String(e.value)
    case 'name':
      return e.name
    case 'array':
      return `[${e.items.map(grouped).join(', ')}]`
    case 'negate':
      return `(-${grouped(e.of)})`
    case 'binary':
      return `(${grouped(e.left)} ${e.operator} ${grouped(e.right)})`
    case 'call':
      return `${e.name}(${[...e.positional.map(grouped), ...e.named.map((n) => `${n.name}=${grouped(n.value)}`)].join(', ')})`
    case 'index':
      return `${grouped(e.of)}[${e.at
        .map((at) =>
          at.kind === 'at'
            ? grouped(at.index)
            : `${at.from === null ? '' : grouped(at.from)}:${at.to === null ? '' : grouped(at.to)}`,
        )
        .join(', ')}]`
  }
}

const parsed = (text: string) => {
  const result = parseExpression(text)
  return result.ok ? grouped(result.value) : result.error.message
}

const faultOf = (text: string) => {
  const result = parseExpression(text)
  if (result.ok) throw new Error(`${text} was accepted`)
  return result.error
}

describe('precedence', () => {
  it.each([
    ['-x ^ 2', '(-(x ^ 2))'],
    ['2 ^ -1', '(2 ^ (-1))'],
    ['2 ^ -x ^ 2', '(2 ^ (-(x ^ 2)))'],
    ['2 ^ 3 ^ 2', '(2 ^ (3 ^ 2))'],
    ['-x[0]', '(-x[0])'],
    ['x[0] ^ 2', '(x[0] ^ 2)'],
    ['-a * b', '((-a) * b)'],
    ['a * -b', '(a * (-b))'],
    ['a - -b', '(a - (-b))'],
    ['--a', '(-(-a))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c @ d', '(((a / b) * c) @ d)'],
    ['a + b * c', '(a + (b * c))'],
    ['(a + b) * c', '((a + b) * c)'],
    ['a + b < c * d', '((a + b) < (c * d))'],
    ['(a < b) < c', '((a < b) < c)'],
    ['a != -b', '(a != (-b))'],
    ['f(x, axis=0, keepdims=1)', 'f(x, axis=0, keepdims=1)'],
    ['f()[1](2)', 'An operator is missing before "(".'],
    ['x[1:3]', 'x[1:3]'],
    ['x[:, 0, -1:]', 'x[:, 0, (-1):]'],
    ['[1, [2, 3]]', '[1, [2, 3]]'],
    ['f([], 0)', 'f([], 0)'],
    ['1e-3 + .5 + 2.', '((0.001 + 0.5) + 2)'],
    ['true + false', '(1 + 0)'],
    ['pad + pad(log, 1)', '(pad + pad(log, 1))'],
  ])('%s means %s', (text, meaning) => expect(parsed(text)).toBe(meaning))
})

describe('faults point at the token', () => {
  it.each([
    ['1 < 2 < 3', 6, 'do not chain'],
    ['a +', 3, 'ends too early'],
    ['', 0, 'is empty'],
    ['(a + 1', 0, 'never closed'],
    ['f(a', 1, 'never closed'],
    ['x[0', 1, 'never closed'],
    ['a + 1)', 5, 'closes nothing'],
    ['2 x', 2, 'operator is missing'],
    ['x ** 2', 2, '"**"'],
    ['a = b', 2, 'single "="'],
    ['x.T', 1, '"."'],
    ['a % b', 2, '"%"'],
    ['a，b', 1, '"，"'],
    ['a \u{1F600}', 2, '\u{1F600}'],
    ['x[]', 1, 'index is empty'],
    ['x[::2]', 3, 'no step'],
    ['f(a=1, b)', 7, 'positional argument after'],
    ['f(a=1, a=2)', 7, 'twice'],
    ['+ 1', 0, 'needs a value before'],
    ['1e999', 0, 'too large'],
  ])('%s at %i: %s', (text, at, message) => {
    const fault = faultOf(text)
    expect(fault.span.start, fault.message).toBe(at)
    expect(fault.message).toContain(message)
    expect(fault.hint, 'a cure').not.toBe('')
  })

  it('spans cover what they name', () => {
    const text = 'relu(s - s[y]) * 2'
    const result = parseExpression(text)
    const product = result.ok && result.value.kind === 'binary' ? result.value : null
    expect(product && text.slice(product.span.start, product.span.end)).toBe(text)
    expect(product && text.slice(product.operatorSpan.start, product.operatorSpan.end)).toBe('*')
    expect(product && text.slice(product.left.span.start, product.left.span.end)).toBe('relu(s - s[y])')
  })
})
