import { opByName, ops } from '../ops/list'
import type { Expression } from './expression'
import { aliases, graphFunctions, infixOps } from './functions'
import { nearest } from './spelling'
import type { SyntaxFault } from './tokens'

type Call = Extract<Expression, { readonly kind: 'call' }>

/** Why a call cannot stand whatever its arguments are: an unknown function, or `max(a, b)`. */
export const checkCall = ({ name, nameSpan, positional, named }: Call): SyntaxFault | null => {
  if ((name === 'max' || name === 'min') && positional.length > 1 && !named.some((one) => one.name === 'axis'))
    return {
      span: nameSpan,
      message: `${name}() reduces one tensor; it does not compare two.`,
      hint: `Use ${name}imum(a, b), or name the axis: ${name}(x, axis=0).`,
    }
  if (graphFunctions.some((one) => one === name)) return null
  const op = opByName.get(name)
  if (op !== undefined && op.written === undefined) return null
  const message = `There is no function "${name.slice(0, 60)}".`
  if (op !== undefined) return { span: nameSpan, message, hint: `Write ${howToWrite(name)}.` }
  const known = [...ops.filter(({ written }) => written === undefined).map((one) => one.name), ...graphFunctions]
  const meant = aliases.get(name) ?? nearest(name, known)
  return { span: nameSpan, message, hint: meant === null ? `There is: ${known.join(', ')}.` : `Did you mean ${meant}?` }
}

const howToWrite = (op: string): string => {
  const infix = Object.entries(infixOps).find(([, name]) => name === op)
  if (infix !== undefined) return `a ${infix[0]} b`
  return op === 'negate' ? '-a' : 'x[from:to]'
}
