import { ok, type Result, refuse } from '@/lib/core/result'
import type { BinaryOperator, Expression, Span } from './expression'
import { limits } from './limits'
import { parseArguments, parseSubscripts } from './parse-brackets'
import { partsOf } from './parts'
import { type SyntaxFault, type Token, tokenize } from './tokens'

/** Thrown inside the parser only; `parseExpression` turns it into a value. */
class Fault extends Error {
  constructor(readonly fault: SyntaxFault) {
    super(fault.message)
  }
}

/** Where the parser stands. `depths` counts levels of finished trees, so that no chain of operators grows without end. */
export interface Parser {
  readonly text: string
  readonly tokens: readonly Token[]
  at: number
  nesting: number
  readonly depths: Map<Expression, number>
}

/** Reads one expression; the fault's span tells where it went wrong. */
export const parseExpression = (text: string): Result<Expression, SyntaxFault> => {
  const tokens = tokenize(text)
  if (!tokens.ok) return tokens
  const parser: Parser = { text, tokens: tokens.value, at: 0, nesting: 0, depths: new Map() }
  try {
    const expression = parseComparison(parser)
    const next = peek(parser)
    if (next.kind !== 'end') throw unexpected(parser, next)
    return ok(expression)
  } catch (error) {
    if (error instanceof Fault) return refuse(error.fault)
    throw error
  }
}

export const fault = (span: Span, message: string, hint: string): Error => new Fault({ span, message, hint })

export const peek = (parser: Parser): Token => {
  const token = parser.tokens[parser.at]
  if (token === undefined) throw new Error('The parser read past the end of its tokens.')
  return token
}

export const isSign = (token: Token | undefined, text: string): boolean =>
  token !== undefined && token.kind === 'sign' && token.text === text

/** Steps over the next token if it is this sign. */
export const accept = (parser: Parser, text: string): boolean => {
  if (!isSign(peek(parser), text)) return false
  parser.at++
  return true
}

/** End of the last token read. */
export const endOfLast = (parser: Parser): number => parser.tokens[parser.at - 1]?.span.end ?? 0

export const spell = (parser: Parser, token: Token): string =>
  token.kind === 'end' ? 'the end' : `"${parser.text.slice(token.span.start, token.span.end)}"`

export const unexpected = (parser: Parser, token: Token): Error => {
  const before = parser.tokens[parser.at - 1]
  if (token.kind === 'end')
    return fault(
      token.span,
      before === undefined ? 'The expression is empty.' : 'The expression ends too early.',
      'Write a value here: a number, a name, a call or something in parentheses.',
    )
  if (isSign(token, '=')) return fault(token.span, 'A single "=" has no meaning here.', 'Compare with ==.')
  const value = before !== undefined && (before.kind !== 'sign' || before.text === ')' || before.text === ']')
  if (value && (token.kind !== 'sign' || token.text === '('))
    return fault(token.span, `An operator is missing before ${spell(parser, token)}.`, 'Write products with *: 2 * x.')
  if (isSign(token, ')') || isSign(token, ']'))
    return fault(token.span, `${spell(parser, token)} closes nothing here.`, 'Match every bracket with its partner.')
  if (isSign(token, '+')) return fault(token.span, 'A "+" needs a value before it.', 'Leave out a leading plus.')
  return fault(token.span, `${spell(parser, token)} does not fit here.`, 'Write a value or an operator here.')
}

/** Remembers the tree's depth and refuses one that is too deep. */
export const grown = <T extends Expression>(parser: Parser, node: T): T => {
  const depth = 1 + partsOf(node).reduce((most, part) => Math.max(most, parser.depths.get(part) ?? 1), 0)
  if (depth > limits.depth) throw tooDeep(node.span)
  parser.depths.set(node, depth)
  return node
}

const tooDeep = (span: Span): Error =>
  fault(span, `The expression is nested more than ${limits.depth} levels deep.`, 'Split it into several steps.')

const comparisons = ['<', '<=', '>', '>=', '==', '!='] as const
const sums = ['+', '-'] as const
const products = ['*', '/', '@'] as const

const operatorOf = <O extends BinaryOperator>(token: Token, among: readonly O[]): O | null =>
  token.kind === 'sign' ? (among.find((operator) => operator === token.text) ?? null) : null

const binary = (parser: Parser, start: number, operator: BinaryOperator, operatorSpan: Span, left: Expression) => {
  const right = operandOf(parser, operator)
  const span = { start, end: endOfLast(parser) }
  return grown(parser, { kind: 'binary', operator, operatorSpan, left, right, span })
}

const operandOf = (parser: Parser, operator: BinaryOperator): Expression => {
  if (operator === '^') return parseUnary(parser)
  if (operator === '*' || operator === '/' || operator === '@') return parseUnary(parser)
  return operator === '+' || operator === '-' ? parseProduct(parser) : parseSum(parser)
}

export const parseComparison = (parser: Parser): Expression => {
  if (++parser.nesting > limits.depth) throw tooDeep(peek(parser).span)
  const start = peek(parser).span.start
  let left = parseSum(parser)
  const token = peek(parser)
  const operator = operatorOf(token, comparisons)
  if (operator !== null) {
    parser.at++
    left = binary(parser, start, operator, token.span, left)
    const chained = peek(parser)
    if (operatorOf(chained, comparisons) !== null)
      throw fault(chained.span, 'Comparisons do not chain.', 'Multiply two of them instead: (a < b) * (b < c).')
  }
  parser.nesting--
  return left
}

const parseSum = (parser: Parser): Expression => parseLeft(parser, sums, parseProduct)

const parseProduct = (parser: Parser): Expression => parseLeft(parser, products, parseUnary)

const parseLeft = (
  parser: Parser,
  among: readonly BinaryOperator[],
  operand: (parser: Parser) => Expression,
): Expression => {
  const start = peek(parser).span.start
  let left = operand(parser)
  for (;;) {
    const token = peek(parser)
    const operator = operatorOf(token, among)
    if (operator === null) return left
    parser.at++
    left = binary(parser, start, operator, token.span, left)
  }
}

const parseUnary = (parser: Parser): Expression => {
  const token = peek(parser)
  if (!isSign(token, '-')) return parsePower(parser)
  parser.at++
  if (++parser.nesting > limits.depth) throw tooDeep(token.span)
  const of = parseUnary(parser)
  parser.nesting--
  return grown(parser, { kind: 'negate', of, span: { start: token.span.start, end: endOfLast(parser) } })
}

const parsePower = (parser: Parser): Expression => {
  const start = peek(parser).span.start
  const base = parsePostfix(parser)
  const token = peek(parser)
  if (!accept(parser, '^')) return base
  if (++parser.nesting > limits.depth) throw tooDeep(token.span)
  const power = binary(parser, start, '^', token.span, base)
  parser.nesting--
  return power
}

const parsePostfix = (parser: Parser): Expression => {
  const start = peek(parser).span.start
  let value = parsePrimary(parser)
  while (accept(parser, '[')) {
    const at = parseSubscripts(parser)
    const span = { start, end: endOfLast(parser) }
    value = grown(parser, { kind: 'index', of: value, at, span })
  }
  return value
}

const parsePrimary = (parser: Parser): Expression => {
  const token = peek(parser)
  if (token.kind === 'number') {
    parser.at++
    return { kind: 'number', value: token.value, span: token.span }
  }
  if (token.kind === 'name') {
    parser.at++
    if (accept(parser, '(')) {
      const { positional, named } = parseArguments(parser, token.text)
      const span = { start: token.span.start, end: endOfLast(parser) }
      const call = { kind: 'call', name: token.text, nameSpan: token.span, positional, named, span } as const
      return grown(parser, call)
    }
    if (token.text === 'true' || token.text === 'false')
      return { kind: 'number', value: token.text === 'true' ? 1 : 0, span: token.span }
    return { kind: 'name', name: token.text, span: token.span }
  }
  if (accept(parser, '(')) {
    const inner = parseComparison(parser)
    if (!accept(parser, ')')) throw unclosed(parser, token.span, '(')
    return inner
  }
  if (accept(parser, '[')) {
    const items: Expression[] = []
    while (!accept(parser, ']')) {
      if (items.length > 0 && !accept(parser, ',')) throw unclosed(parser, token.span, '[')
      items.push(parseComparison(parser))
    }
    return grown(parser, { kind: 'array', items, span: { start: token.span.start, end: endOfLast(parser) } })
  }
  throw unexpected(parser, token)
}

/** Points at the bracket when the text just ends, else at what stands in its place. */
export const unclosed = (parser: Parser, open: Span, bracket: '(' | '['): Error => {
  const next = peek(parser)
  if (next.kind !== 'end') return unexpected(parser, next)
  return fault(open, `"${bracket}" is never closed.`, `Add the missing "${bracket === '(' ? ')' : ']'}".`)
}
