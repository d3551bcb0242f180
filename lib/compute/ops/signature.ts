import type { Op, Parameter } from './op'

const writtenParameter = (parameter: Parameter): string => {
  const name = parameter.kind === 'tensors' ? `[${parameter.name}, ..]` : parameter.name
  if (!('default' in parameter) || parameter.default === undefined) return name
  if (parameter.default === null) return `${name}?`
  return `${name}=${typeof parameter.default === 'object' ? `[${parameter.default.join(', ')}]` : parameter.default}`
}

/** How an op is called, as its author would write it: `clip(x, low, high)`, `softmax(x, axis=-1)`. */
export const signatureOf = ({ name, parameters }: Pick<Op, 'name' | 'parameters'>): string =>
  `${name}(${parameters.map(writtenParameter).join(', ')})`
