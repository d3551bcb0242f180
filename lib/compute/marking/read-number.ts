import { ok, type Result, refuse } from '@/lib/core/result'
import { plainText } from './plain-text'

/**
 * Why a cell could not be read as one number: `thousands` holds a comma that may group digits or mark decimals, `several` is
 * more than one number, `notFinite` has no finite value.
 */
export type Unreadable = 'empty' | 'tooLong' | 'thousands' | 'several' | 'percent' | 'notFinite' | 'syntax'

type Token =
  | { readonly kind: 'number'; readonly value: number; readonly spaced: boolean }
  | { readonly kind: 'word'; readonly word: string; readonly spaced: boolean }
  | { readonly kind: 'sign'; readonly sign: string; readonly spaced: boolean }

const longest = 80
const deepest = 20

const constants: ReadonlyMap<string, number> = new Map([
  ['e', Math.E],
  ['pi', Math.PI],
])

/** `log` is the natural one, as in the course. */
const functions: ReadonlyMap<string, (x: number) => number> = new Map([
  ['ln', Math.log],
  ['log', Math.log],
  ['exp', Math.exp],
  ['sqrt', Math.sqrt],
])

class Refused extends Error {
  constructor(readonly reason: Unreadable) {
    super(reason)
  }
}

/**
 * A comma is a decimal point only when nothing else is possible: it stands alone, and the digits around it are no group of
 * thousands. `1,5` and `0,125` are read, `1,000` and `1,2,3` are not.
 */
const withoutComma = (literal: string): string => {
  const parts = literal.split(',')
  if (parts.length === 1) return literal
  const [whole = '', ...rest] = parts
  const grouped = /^[1-9]\d{0,2}$/.test(whole) && rest.every((part) => /^\d{3}(\.\d*)?$/.test(part))
  if (grouped) throw new Refused('thousands')
  if (parts.length > 2 || literal.includes('.')) throw new Refused('several')
  if (rest.includes('')) throw new Refused('syntax')
  return parts.join('.')
}

/** `2e3` is one number, `2e^3` is none. */
const pattern = /(\s*)(?:(\d[\d,]*(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?|([A-Za-z]+)|([-+*/^()]))/y

const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = []
  // A comma between brackets parts a list: `(2,3)` is a shape, not 2.3.
  if (/\([^()]*,/.test(text)) throw new Refused('several')
  // A hexadecimal 0x10 is not 0 times 10.
  if (/(?:^|[^\d.,])0[xX]/.test(text)) throw new Refused('syntax')
  const source = text
    .trim()
    .replace(/(\d)\s*[xX]\s*(?=\d)/g, '$1*')
    .replaceAll('**', '^')
  pattern.lastIndex = 0
  while (pattern.lastIndex < source.length) {
    const found = pattern.exec(source)
    if (!found) throw new Refused('syntax')
    const [, space = '', digits, exponent = '', word, sign] = found
    const spaced = space !== ''
    if (digits !== undefined) tokens.push({ kind: 'number', value: Number(withoutComma(digits) + exponent), spaced })
    else if (word !== undefined) tokens.push({ kind: 'word', word: word.toLowerCase(), spaced })
    else tokens.push({ kind: 'sign', sign: sign ?? '', spaced })
  }
  return tokens
}

/** sum = product {(+|-) product}; product = signed {(*|/) signed}; signed = -signed | power; power = atom [^ signed]. */
const evaluate = (tokens: readonly Token[]): number => {
  let next = 0
  let depth = 0
  const take = (...wanted: readonly string[]): string | null => {
    const token = tokens[next]
    if (token?.kind !== 'sign' || !wanted.includes(token.sign)) return null
    next++
    return token.sign
  }
  const nested = (): number => {
    if (++depth > deepest) throw new Refused('syntax')
    const value = sum()
    if (take(')') === null) throw new Refused('syntax')
    depth--
    return value
  }
  const atom = (): number => {
    if (take('(') !== null) return nested()
    const token = tokens[next++]
    if (token?.kind === 'number') return token.value
    if (token?.kind !== 'word') throw new Refused('syntax')
    const constant = constants.get(token.word)
    if (constant !== undefined) return constant
    const apply = functions.get(token.word)
    const argument = tokens[next]
    // `log10` means another logarithm than `log 10`.
    if (!apply || (argument?.kind === 'number' && !argument.spaced)) throw new Refused('syntax')
    if (++depth > deepest) throw new Refused('syntax')
    const value = apply(power())
    depth--
    return value
  }
  const power = (): number => {
    const base = atom()
    return take('^') === null ? base : base ** signed()
  }
  const signed = (): number => {
    const sign = take('-', '+')
    if (sign === null) return power()
    if (++depth > deepest) throw new Refused('syntax')
    const value = signed()
    depth--
    return sign === '-' ? -value : value
  }
  const product = (): number => {
    let value = signed()
    for (let sign = take('*', '/'); sign !== null; sign = take('*', '/'))
      value = sign === '*' ? value * signed() : value / signed()
    return value
  }
  const sum = (): number => {
    let value = product()
    for (let sign = take('+', '-'); sign !== null; sign = take('+', '-'))
      value = sign === '+' ? value + product() : value - product()
    return value
  }
  const value = sum()
  const left = tokens[next]
  if (left !== undefined) throw new Refused(left.kind === 'number' && left.spaced ? 'several' : 'syntax')
  return value
}

/**
 * One number as people type it: `-0.5`, `−0.5`, `１．５`, `3。2`, `1e-3`, `1×10^-3`, `3/4`, `ln 2`, `sqrt(2)`, `e^-1`, `pi/2`.
 * What can be read in two ways is not read.
 */
export const readNumber = (typed: string): Result<number, Unreadable> => {
  if (typed.length > longest) return refuse('tooLong')
  const text = plainText(typed).trim()
  if (text === '') return refuse('empty')
  if (text.includes('%')) return refuse('percent')
  if (/^[-+]?(inf|infinity|nan)$/i.test(text) || text.includes('\u221e')) return refuse('notFinite')
  try {
    const value = evaluate(tokensOf(text))
    return Number.isFinite(value) ? ok(value === 0 ? 0 : value) : refuse('notFinite')
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason)
    throw error
  }
}
