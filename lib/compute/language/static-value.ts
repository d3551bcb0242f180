import { BuildFault, type Site, shapeAt } from './builder'
import type { Expression, Span } from './expression'

export type StaticValue = number | readonly number[]

const fault = (span: Span, what: string) =>
  new BuildFault(
    span,
    `${what} is not known before the program runs.`,
    'Use integers, integer constants or integer givens and + - * / ^ here.',
  )

const rounding: ReadonlyMap<string, (...numbers: readonly number[]) => number> = new Map([
  ['floor', (x: number) => Math.floor(x)],
  ['ceil', (x: number) => Math.ceil(x)],
  ['abs', (x: number) => Math.abs(x)],
  ['maximum', (a: number, b: number) => Math.max(a, b)],
  ['minimum', (a: number, b: number) => Math.min(a, b)],
  ['mod', (a: number, b: number) => a - b * Math.floor(a / b)],
])

/** Evaluates what fixes a shape, before anything runs: a number or a list of numbers. */
export const staticValue = (site: Site, expression: Expression): StaticValue => {
  const { span } = expression
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name': {
      const { constants, givens } = site.fixed
      const value = constants.get(expression.name) ?? givens.get(expression.name)
      if (value === undefined) throw fault(span, `"${expression.name}"`)
      return value
    }
    case 'array':
      return expression.items.map((item) => staticNumber(site, item))
    case 'negate':
      return -staticNumber(site, expression.of)
    case 'binary': {
      const [a, b] = [staticNumber(site, expression.left), staticNumber(site, expression.right)]
      if (expression.operator === '+') return a + b
      if (expression.operator === '-') return a - b
      if (expression.operator === '*') return a * b
      if (expression.operator === '/') return a / b
      if (expression.operator === '^') return a ** b
      throw fault(span, `The result of "${expression.operator}"`)
    }
    case 'call':
      return staticCall(site, expression)
    case 'index': {
      const list = staticValue(site, expression.of)
      const [one] = expression.at
      if (typeof list === 'number' || expression.at.length !== 1 || one?.kind !== 'at') throw fault(span, 'This')
      const at = staticInteger(site, one.index, 'An index')
      const value = list.at(at)
      if (value === undefined)
        throw new BuildFault(span, `Index ${at} is out of range for ${list.length} entries.`, 'Count from 0.')
      return value
    }
  }
}

const staticCall = (site: Site, call: Extract<Expression, { readonly kind: 'call' }>): StaticValue => {
  const [first] = call.positional
  const plain = call.named.length === 0
  if (plain && call.positional.length === 1 && first?.kind === 'name' && ['shape', 'size'].includes(call.name)) {
    const node = site.names.get(first.name)
    if (node === undefined) throw fault(first.span, `The shape of "${first.name}"`)
    const shape = shapeAt(site, node)
    return call.name === 'shape' ? shape : shape.reduce((product, n) => product * n, 1)
  }
  const apply = rounding.get(call.name)
  if (apply === undefined || !plain || apply.length !== call.positional.length)
    throw fault(call.nameSpan, `${call.name}(...)`)
  return apply(...call.positional.map((argument) => staticNumber(site, argument)))
}

export const staticNumber = (site: Site, expression: Expression): number => {
  const value = staticValue(site, expression)
  if (typeof value === 'number') return value
  throw new BuildFault(expression.span, 'A list stands where one number is wanted.', 'Write a single integer.')
}

export const staticInteger = (site: Site, expression: Expression, what: string): number =>
  whole(staticNumber(site, expression), expression.span, what)

export const staticIntegers = (site: Site, expression: Expression, what: string): readonly number[] => {
  if (expression.kind === 'array') return expression.items.map((item) => staticInteger(site, item, what))
  const value = staticValue(site, expression)
  return typeof value === 'number'
    ? [whole(value, expression.span, what)]
    : value.map((one) => whole(one, expression.span, what))
}

const whole = (value: number, span: Span, what: string): number => {
  // `0 *` a negative number is -0, which no shape should hold.
  if (Number.isSafeInteger(value)) return value + 0
  throw new BuildFault(span, `${what} is ${value}, which is not an integer.`, 'Write a whole number.')
}
