import { ok, type Result, refuse } from '@/lib/core/result'
import type { Span } from './expression'
import { limits } from './limits'

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'name'; readonly text: string; readonly span: Span }
  | { readonly kind: 'sign'; readonly text: string; readonly span: Span }
  | { readonly kind: 'end'; readonly span: Span }

export interface SyntaxFault {
  readonly span: Span
  readonly message: string
  readonly hint: string
}

const numberAt = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const nameAt = /[A-Za-z_][A-Za-z0-9_]*/y
const signAt = /<=|>=|==|!=|[-+*/@^<>()[\],:=]/y
const blankAt = /[ \t\r\n]+/y

/** Signs people bring from other languages and keyboards, with what to write here. */
const foreign: readonly (readonly [sign: string, hint: string])[] = [
  ['**', 'Write a power as x ^ 2.'],
  ['//', 'Write floor(a / b).'],
  ['&&', 'Multiply conditions instead: (a > 0) * (b > 0).'],
  ['&', 'Multiply conditions instead: (a > 0) * (b > 0).'],
  ['||', 'Use maximum(a, b) for "or".'],
  ['|', 'Write abs(x) for an absolute value and maximum(a, b) for "or".'],
  ['!', 'Write 1 - a for "not", a != b for "different".'],
  ['%', 'Write mod(a, b).'],
  ['.', 'There are no methods and no attributes: write transpose(x), sum(x).'],
  ['−', 'Write the minus of the keyboard: -.'],
  ['－', 'Write the minus of the keyboard: -.'],
  ['×', 'Write * for a product.'],
  ['·', 'Write * for a product.'],
  ['÷', 'Write / for a quotient.'],
  ['，', 'Write the half-width comma: ,'],
  ['（', 'Write half-width parentheses: ( ).'],
  ['）', 'Write half-width parentheses: ( ).'],
  ['{', 'Braces have no meaning in an expression; use ( ) to group and [ ] for arrays.'],
  ['}', 'Braces have no meaning in an expression; use ( ) to group and [ ] for arrays.'],
  ['"', 'An expression holds no text.'],
  ["'", 'An expression holds no text; write transpose(x) for a transpose.'],
]

const matchAt = (pattern: RegExp, text: string, at: number): string | null => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? null
}

/** Splits an expression into tokens; the last one is `end`. */
export const tokenize = (text: string): Result<readonly Token[], SyntaxFault> => {
  if (text.length > limits.expression)
    return refuse({
      span: { start: 0, end: 1 },
      message: `The expression is ${text.length} characters long; ${limits.expression} are allowed.`,
      hint: 'Split it into several steps.',
    })
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const blank = matchAt(blankAt, text, at)
    if (blank !== null) {
      at += blank.length
      continue
    }
    const number = matchAt(numberAt, text, at)
    if (number !== null) {
      const span = { start: at, end: at + number.length }
      const value = Number(number)
      if (!Number.isFinite(value))
        return refuse({ span, message: `The number ${number} is too large.`, hint: 'Write a number below 1.8e308.' })
      tokens.push({ kind: 'number', value, span })
      at = span.end
      continue
    }
    const name = matchAt(nameAt, text, at)
    if (name !== null) {
      tokens.push({ kind: 'name', text: name, span: { start: at, end: at + name.length } })
      at += name.length
      continue
    }
    const power = text.startsWith('**', at) || text.startsWith('//', at)
    const sign = power ? null : matchAt(signAt, text, at)
    if (sign === null) return refuse(unknownSign(text, at))
    tokens.push({ kind: 'sign', text: sign, span: { start: at, end: at + sign.length } })
    at += sign.length
  }
  tokens.push({ kind: 'end', span: { start: text.length, end: text.length } })
  return ok(tokens)
}

const unknownSign = (text: string, at: number): SyntaxFault => {
  const known = foreign.find(([sign]) => text.startsWith(sign, at))
  const sign = known?.[0] ?? String.fromCodePoint(text.codePointAt(at) ?? 0)
  return {
    span: { start: at, end: at + sign.length },
    message: `"${sign}" has no meaning in an expression.`,
    hint: known?.[1] ?? 'Names are made of the letters A-Z, a-z, digits and _.',
  }
}
