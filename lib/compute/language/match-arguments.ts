import { BuildFault } from './builder'
import type { Expression } from './expression'
import { nearest } from './spelling'

type Call = Extract<Expression, { readonly kind: 'call' }>

/** Gives every argument of a call its parameter. */
export const matchArguments = (
  { name, positional, named, nameSpan }: Call,
  parameters: readonly { readonly name: string }[],
): ReadonlyMap<string, Expression> => {
  const names = parameters.map((parameter) => parameter.name)
  const form = `${name}(${names.join(', ')})`
  const matched = new Map<string, Expression>()
  for (const [i, argument] of positional.entries()) {
    const parameter = names[i]
    if (parameter === undefined)
      throw new BuildFault(
        argument.span,
        `${name}() takes ${names.length === 1 ? '1 argument' : `${names.length} arguments`}, not ${positional.length}.`,
        `Write ${form}.`,
      )
    matched.set(parameter, argument)
  }
  for (const { name: parameter, nameSpan: span, value } of named) {
    if (!names.includes(parameter)) {
      const meant = nearest(parameter, names)
      throw new BuildFault(
        span,
        `${name}() has no argument "${parameter.slice(0, 60)}".`,
        meant === null ? `Write ${form}.` : `Did you mean "${meant}"?`,
      )
    }
    if (matched.has(parameter)) throw new BuildFault(span, `${name}() is given "${parameter}" twice.`, `Write ${form}.`)
    matched.set(parameter, value)
  }
  if (matched.size === 0 && names.length > 0)
    throw new BuildFault(nameSpan, `${name}() is called without arguments.`, `Write ${form}.`)
  return matched
}
