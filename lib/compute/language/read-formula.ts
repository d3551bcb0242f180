import { isMap, isScalar, isSeq, type Node } from 'yaml'
import { bracketStep, isCut } from './cut'
import { type Desk, type Field, isNothing, placeOf, resolve, tell } from './desk'
import type { Expression } from './expression'
import { faultAt } from './locate'
import { parseExpression } from './parse'
import type { Formula, Nested } from './program'
import { readNested } from './read-scalar'

const quoteIt = (text: string) => `Put it in quotes: "${text.trim().slice(0, 80)}".`

/** The text as it was meant: up to the first comma or closing bracket outside all brackets. */
const originalOf = (desk: Desk, from: Node): string => {
  const start = from.range?.[0] ?? 0
  const rest = desk.source.text.slice(start, start + 400)
  let depth = 0
  for (let i = 0; i < rest.length; i++) {
    const sign = rest.charAt(i)
    if (sign === '\n' || (depth === 0 && ',}]'.includes(sign))) return rest.slice(0, i)
    depth += bracketStep(sign)
  }
  return rest
}

/** An expression, a number, a boolean or a nested list; null after telling what is wrong. */
export const readFormula = (desk: Desk, field: Field): Formula | null => {
  const { key, value, path } = field
  const node = resolve(desk, value, path)
  if (node === null && value !== null) return null
  if (isNothing(node))
    return tell(desk, field.keyNode, path, `"${key}" has no value.`, 'Write an expression or a number.')
  const place = placeOf(desk, value, path)
  if (isScalar(node) && typeof node.value === 'string') {
    const text = node.value.trim()
    const parsed = parseExpression(text)
    if (parsed.ok) return { text, expression: parsed.value, place }
    if (node.type === 'PLAIN' && isCut(text) && desk.source.text[node.range?.[1] ?? 0] === ',') {
      const original = originalOf(desk, node)
      const message = `The expression was cut at a comma: YAML read only "${text.slice(0, 60)}".`
      desk.diagnostics.push(faultAt(place, null, message, quoteIt(original)))
      return null
    }
    const commented = node.type === 'PLAIN' && / #/.test(lineAfter(desk, node))
    const { span, message, hint } = parsed.error
    desk.diagnostics.push(
      faultAt(place, span, message, commented ? `${hint} A " #" starts a comment in YAML unless it is quoted.` : hint),
    )
    return null
  }
  if (isSeq(node) && node.items.some((item) => isScalar(item) && typeof item.value === 'string'))
    return tell(
      desk,
      value,
      path,
      'YAML read a list here, not an expression.',
      quoteIt(desk.source.text.slice(node.range?.[0] ?? 0, node.range?.[1] ?? 0)),
    )
  if (isMap(node))
    return tell(
      desk,
      value,
      path,
      `YAML read a map for "${key}", not an expression.`,
      'Put an expression that holds ": " or starts with { in quotes.',
    )
  const nested = readNested(desk, field)
  if (nested === null) return null
  const text = JSON.stringify(nested)
  return { text, expression: literal(nested), place: { ...place, exact: false } }
}

const lineAfter = (desk: Desk, node: Node): string => {
  const end = node.range?.[1] ?? 0
  return desk.source.text.slice(end, end + 200).split('\n')[0] ?? ''
}

const nowhere = { start: 0, end: 0 }

const literal = (value: Nested): Expression => {
  if (typeof value !== 'number') return { kind: 'array', items: value.map(literal), span: nowhere }
  const size: Expression = { kind: 'number', value: Math.abs(value), span: nowhere }
  return value < 0 ? { kind: 'negate', of: size, span: nowhere } : size
}
