import type { Expression, Span, Subscript } from './expression'
import {
  accept,
  endOfLast,
  fault,
  isSign,
  type Parser,
  parseComparison,
  peek,
  spell,
  unclosed,
  unexpected,
} from './parse'

type Named = { readonly name: string; readonly nameSpan: Span; readonly value: Expression }

/** After `name(`: positional arguments, then named ones, up to and with `)`. */
export const parseArguments = (
  parser: Parser,
  called: string,
): { readonly positional: readonly Expression[]; readonly named: readonly Named[] } => {
  const open = parser.tokens[parser.at - 1]?.span ?? { start: 0, end: 0 }
  const positional: Expression[] = []
  const named: Named[] = []
  while (!accept(parser, ')')) {
    if (positional.length + named.length > 0 && !accept(parser, ',')) throw unclosed(parser, open, '(')
    const token = peek(parser)
    if (token.kind === 'name' && isSign(parser.tokens[parser.at + 1], '=')) {
      if (named.some(({ name }) => name === token.text))
        throw fault(token.span, `${called}() is given "${token.text}" twice.`, 'Keep one of them.')
      parser.at += 2
      named.push({ name: token.text, nameSpan: token.span, value: parseComparison(parser) })
    } else {
      if (named.length > 0)
        throw fault(
          token.span,
          `${called}() has a positional argument after a named one.`,
          'Write named arguments last, or name this one too.',
        )
      positional.push(parseComparison(parser))
    }
  }
  return { positional, named }
}

/** After `x[`: subscripts up to and with `]`. */
export const parseSubscripts = (parser: Parser): readonly Subscript[] => {
  const open = parser.tokens[parser.at - 1]?.span ?? { start: 0, end: 0 }
  const at: Subscript[] = []
  while (!accept(parser, ']')) {
    if (at.length > 0 && !accept(parser, ',')) throw unclosed(parser, open, '[')
    at.push(parseSubscript(parser))
  }
  if (at.length === 0) throw fault(open, 'The index is empty.', 'Write x[0], x[1:3] or x[:, 0].')
  return at
}

const parseSubscript = (parser: Parser): Subscript => {
  const start = peek(parser).span.start
  const from = isSign(peek(parser), ':') ? null : parseComparison(parser)
  if (!accept(parser, ':')) {
    if (from === null) throw unexpected(parser, peek(parser))
    return { kind: 'at', index: from }
  }
  const next = peek(parser)
  const ends = isSign(next, ',') || isSign(next, ']') || isSign(next, ':')
  const to = ends ? null : parseComparison(parser)
  const after = peek(parser)
  if (isSign(after, ':'))
    throw fault(
      after.span,
      `A slice has no step: ${spell(parser, after)}.`,
      'Write x[from:to]; use gather for a pattern.',
    )
  return { kind: 'slice', from, to, span: { start, end: endOfLast(parser) } }
}
