import type { BinaryOperator } from './expression'

/** The op behind each infix operator. */
export const infixOps: { readonly [operator in BinaryOperator]: string } = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '@': 'matmul',
  '^': 'power',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
}

/** Functions the graph itself understands; each needs a bare name or a frozen value, so none is an op. */
export const graphFunctions = ['grad', 'numgrad', 'stop'] as const

/** How they are called. */
export const graphSignatures: { readonly [name in (typeof graphFunctions)[number]]: string } = {
  grad: 'grad(loss, x)',
  numgrad: 'numgrad(loss, x)',
  stop: 'stop(x)',
}

/** What people call a function elsewhere, and its name here. */
export const aliases: ReadonlyMap<string, string> = new Map([
  ['ln', 'log'],
  ['pow', 'a ^ b'],
  ['amax', 'max'],
  ['amin', 'min'],
  ['average', 'mean'],
  ['variance', 'var'],
  ['stdev', 'std'],
  ['len', 'size'],
  ['one_hot', 'onehot'],
  ['concatenate', 'concat'],
  ['log2', 'log(x) / log(2)'],
  ['log10', 'log(x) / log(10)'],
  ['log1p', 'log(1 + x)'],
  ['inv', 'inverse'],
  ['eig', 'eigvals'],
  ['detach', 'stop'],
  ['stop_gradient', 'stop'],
  ['logistic', 'sigmoid'],
  ['heaviside', 'x > 0'],
  ['maxpool', 'max_pool2d'],
  ['take', 'gather'],
  ['range', 'arange'],
  ['full', 'value * ones([..])'],
])
