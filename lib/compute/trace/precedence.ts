import type { BinaryOperator, Expression } from '../language/expression'

const binding: { readonly [operator in BinaryOperator]: number } = {
  '<': 1,
  '<=': 1,
  '>': 1,
  '>=': 1,
  '==': 1,
  '!=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '@': 3,
  '^': 5,
}

/** How tightly an expression holds together; what binds looser than its surroundings wants brackets. */
export const bindingOf = (expression: Expression): number =>
  expression.kind === 'binary' ? binding[expression.operator] : expression.kind === 'negate' ? 4 : 6

/** The least binding an operand may have without brackets, left and right. */
export const operandBinding = (operator: BinaryOperator): { readonly left: number; readonly right: number } => {
  const own = binding[operator]
  // `-` and `/` are not associative, `^` is so from the right; -a on the right of an operator is always bracketed.
  if (operator === '^') return { left: 6, right: 4 }
  return { left: own === 1 ? 2 : own, right: operator === '+' || operator === '*' || operator === '@' ? own : own + 1 }
}
