import type { Expression } from '../language/expression'

const signs: { readonly [operator: string]: string } = { '-': '\u2212', '*': '\u00d7', '/': '\u00f7' }

/** What a step does last, as a sign or a function's name; null where it only repeats, picks or writes numbers, or differentiates. */
export const operatorSign = (expression: Expression): string | null => {
  if (expression.kind === 'binary') return signs[expression.operator] ?? expression.operator
  if (expression.kind === 'negate') return signs['-'] ?? null
  if (expression.kind !== 'call') return null
  return ['grad', 'numgrad', 'stop'].includes(expression.name) ? null : expression.name
}
