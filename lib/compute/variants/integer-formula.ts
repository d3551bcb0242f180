import type { Diagnostic } from '@/lib/core/diagnostic'
import { ok, type Result, refuse } from '@/lib/core/result'
import type { BinaryOperator, Expression, Span } from '../language/expression'
import { faultAt } from '../language/locate'
import type { Formula } from '../language/program'

interface Fault {
  readonly span: Span
  readonly message: string
  readonly hint: string
}

const arithmetic: { readonly [operator in BinaryOperator]?: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
}

const functions: ReadonlyMap<string, (...numbers: readonly number[]) => number> = new Map([
  ['floor', (x: number) => Math.floor(x)],
  ['ceil', (x: number) => Math.ceil(x)],
  ['maximum', (a: number, b: number) => Math.max(a, b)],
  ['minimum', (a: number, b: number) => Math.min(a, b)],
])

const evaluate = (expression: Expression, integers: ReadonlyMap<string, number>): Result<number, Fault> => {
  const { span } = expression
  const fault = (message: string, hint: string) => refuse({ span, message, hint })
  switch (expression.kind) {
    case 'number':
      return ok(expression.value)
    case 'name': {
      const value = integers.get(expression.name)
      return value === undefined
        ? fault(
            `\`${expression.name}\` is not an integer given that is drawn before this one.`,
            'Use a scalar integer given and put it above.',
          )
        : ok(value)
    }
    case 'negate': {
      const of = evaluate(expression.of, integers)
      return of.ok ? ok(-of.value) : of
    }
    case 'binary': {
      const apply = arithmetic[expression.operator]
      if (!apply) return fault(`\`${expression.operator}\` gives no size.`, 'Use + - * / ^ here.')
      const left = evaluate(expression.left, integers)
      if (!left.ok) return left
      const right = evaluate(expression.right, integers)
      return right.ok ? ok(apply(left.value, right.value)) : right
    }
    case 'call': {
      const apply = functions.get(expression.name)
      if (!apply || expression.named.length > 0 || expression.positional.length !== apply.length)
        return fault(
          `\`${expression.name}\` cannot stand in a size.`,
          `Use integers, integer givens, + - * / ^ and ${[...functions.keys()].join(', ')}.`,
        )
      const numbers: number[] = []
      for (const argument of expression.positional) {
        const value = evaluate(argument, integers)
        if (!value.ok) return value
        numbers.push(value.value)
      }
      return ok(apply(...numbers))
    }
    default:
      return fault('A size is one integer.', 'Write an integer or an expression over integer givens.')
  }
}

/** A size or a count: at least 1, from literals and the integer givens drawn so far. */
export const evaluateSize = (formula: Formula, integers: ReadonlyMap<string, number>): Result<number, Diagnostic> => {
  const { place, expression } = formula
  const diagnose = ({ span, message, hint }: Fault) => refuse(faultAt(place, span, message, hint))
  const value = evaluate(expression, integers)
  if (!value.ok) return diagnose(value.error)
  if (Number.isSafeInteger(value.value) && value.value >= 1) return ok(value.value)
  return diagnose({
    span: expression.span,
    message: `\`${formula.text}\` is ${value.value} here, and a size is an integer of at least 1.`,
    hint: 'Narrow the ranges of the integer givens it uses.',
  })
}
