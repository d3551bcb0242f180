import type { Expression, Subscript } from '../language/expression'
import { callTex, encloses } from './call-tex'
import { bindingOf, operandBinding } from './precedence'

/** How a name of the program is written, e.g. `delta` as `\Delta`. */
export type NameTex = (name: string) => string

const comparisons: ReadonlyMap<string, string> = new Map([
  ['<', '<'],
  ['<=', '\\le'],
  ['>', '>'],
  ['>=', '\\ge'],
  ['==', '='],
  ['!=', '\\ne'],
])

/** A number as LaTeX; very small and very large ones as powers of ten. */
const numberTex = (value: number): string => {
  const plain = value === 0 || (value >= 1e-3 && value < 1e6)
  const [digits = '', exponent] = (plain ? String(value) : value.toExponential()).split('e')
  return exponent === undefined ? digits : `${digits === '1' ? '' : `${digits} \\cdot `}10^{${Number(exponent)}}`
}

const subscriptTex = (at: Subscript, nameTex: NameTex): string =>
  at.kind === 'at'
    ? expressionTex(at.index, nameTex)
    : `${at.from === null ? '' : expressionTex(at.from, nameTex)}{:}${at.to === null ? '' : expressionTex(at.to, nameTex)}`

/** An author's expression as the course would write it: set once, when a card is published. */
export const expressionTex = (expression: Expression, nameTex: NameTex): string => {
  const tex = (of: Expression) => expressionTex(of, nameTex)
  const at = (of: Expression, least: number) => (bindingOf(of) < least ? `\\left(${tex(of)}\\right)` : tex(of))
  switch (expression.kind) {
    case 'number':
      return numberTex(expression.value)
    case 'name':
      return nameTex(expression.name)
    case 'array':
      return `[${expression.items.map(tex).join(',\\, ')}]`
    case 'negate':
      return `-${at(expression.of, 3)}`
    case 'binary': {
      const { operator, left, right } = expression
      const least = operandBinding(operator)
      const compared = comparisons.get(operator)
      if (compared !== undefined) return `\\mathbb{1}[${tex(left)} ${compared} ${tex(right)}]`
      if (operator === '/') return `\\frac{${tex(left)}}{${tex(right)}}`
      if (operator === '^') return `{${at(left, least.left)}}^{${tex(right)}}`
      const sign = operator === '*' ? '\\cdot' : operator === '@' ? '\\,' : operator
      const beside = right.kind === 'negate' ? 5 : least.right
      return `${at(left, least.left)} ${sign} ${at(right, beside)}`
    }
    case 'call': {
      const bare = encloses(expression.name)
      const positional = expression.positional.map((argument, i) => (bare || i > 0 ? tex(argument) : at(argument, 3)))
      const named = expression.named.map(({ name, value }) => `\\text{${name.replaceAll('_', '\\_')}} = ${tex(value)}`)
      return callTex(expression.name, [...positional, ...named])
    }
    case 'index':
      return `{${at(expression.of, 6)}}_{${expression.at.map((one) => subscriptTex(one, nameTex)).join(',\\,')}}`
  }
}
