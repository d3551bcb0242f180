import type { Expression, Subscript } from '../language/expression'
import type { Tensor } from '../ops/tensor'
import { bindingOf, operandBinding } from './precedence'

/** Tensors up to this many cells are written out; larger ones keep their name. */
const inlineCells = 4

const nested = (shape: readonly number[], cells: readonly string[]): string => {
  const [first, ...rest] = shape
  if (first === undefined) return cells[0] ?? ''
  const size = cells.length / first
  return `[${Array.from({ length: first }, (_, i) => nested(rest, cells.slice(i * size, (i + 1) * size))).join(', ')}]`
}

/** The value a name stands for, with its displayed cells; null keeps the name. */
export type LookUp = (name: string) => { readonly tensor: Tensor; readonly cells: readonly string[] } | null

const subscriptText = (at: Subscript, lookUp: LookUp): string =>
  at.kind === 'at'
    ? workedText(at.index, lookUp)
    : `${at.from === null ? '' : workedText(at.from, lookUp)}:${at.to === null ? '' : workedText(at.to, lookUp)}`

const whole = (index: Expression, lookUp: LookUp): number | null => {
  if (index.kind === 'number') return index.value
  if (index.kind === 'negate' && index.of.kind === 'number') return -index.of.value
  const named = index.kind === 'name' ? lookUp(index.name)?.tensor : undefined
  return named?.shape.length === 0 ? (named.data[0] ?? null) : null
}

/** A single element of a named tensor, where the index is a number or a named scalar: `s[y]` is read as its value. */
const element = (of: Expression, at: readonly Subscript[], lookUp: LookUp): string | null => {
  if (of.kind !== 'name') return null
  const value = lookUp(of.name)
  if (value === null || at.length !== value.tensor.shape.length) return null
  let position = 0
  for (const [axis, size] of value.tensor.shape.entries()) {
    const one = at[axis]
    if (one?.kind !== 'at') return null
    const i = whole(one.index, lookUp)
    if (i === null) return null
    position = position * size + (i < 0 ? i + size : i)
  }
  return value.cells[position] ?? null
}

/**
 * An expression with the numbers put in: `relu([3.2, 5.1] - 3.2 + 1)`. Small tensors stand in line, large ones by name; the
 * variable of a gradient stays a name.
 */
export const workedText = (expression: Expression, lookUp: LookUp): string => {
  const text = (of: Expression) => workedText(of, lookUp)
  const at = (of: Expression, least: number) => {
    const inner = text(of)
    return bindingOf(of) < least ? `(${inner})` : inner
  }
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'name': {
      const value = lookUp(expression.name)
      return value === null || value.cells.length > inlineCells
        ? expression.name
        : nested(value.tensor.shape, value.cells)
    }
    case 'array':
      return `[${expression.items.map(text).join(', ')}]`
    case 'negate': {
      const inner = at(expression.of, 4)
      return inner.startsWith('-') ? `-(${inner})` : `-${inner}`
    }
    case 'binary': {
      const { operator, left, right } = expression
      const least = operandBinding(operator)
      const [a, b] = [at(left, least.left), at(right, least.right)]
      const base = operator === '^' && a.startsWith('-') ? `(${a})` : a
      return `${base} ${operator} ${b.startsWith('-') ? `(${b})` : b}`
    }
    case 'call': {
      const symbolic = expression.name === 'grad' || expression.name === 'numgrad'
      const positional = expression.positional.map((argument) =>
        symbolic && argument.kind === 'name' ? argument.name : text(argument),
      )
      const named = expression.named.map(({ name, value }) => `${name}=${text(value)}`)
      return `${expression.name}(${[...positional, ...named].join(', ')})`
    }
    case 'index': {
      const picked = element(expression.of, expression.at, lookUp)
      return picked ?? `${at(expression.of, 6)}[${expression.at.map((one) => subscriptText(one, lookUp)).join(', ')}]`
    }
  }
}
