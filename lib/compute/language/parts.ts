import type { Expression } from './expression'

/** The expressions directly inside one, in the order they are written. */
export const partsOf = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return []
    case 'array':
      return expression.items
    case 'negate':
      return [expression.of]
    case 'binary':
      return [expression.left, expression.right]
    case 'call':
      return [...expression.positional, ...expression.named.map(({ value }) => value)]
    case 'index':
      return [
        expression.of,
        ...expression.at.flatMap((at) => (at.kind === 'at' ? [at.index] : [at.from, at.to])),
      ].filter((part) => part !== null)
  }
}
