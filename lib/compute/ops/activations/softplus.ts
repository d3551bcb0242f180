import { elementwise, one, tensors } from '../elementwise'

/** ln(1 + e^x), without overflow. */
export const softplus = elementwise({
  name: 'softplus',
  parameters: tensors('x'),
  value: (x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
  partials: [(_, x) => 1 / (1 + Math.exp(-x))],
  slopes: [(lay, _, x) => lay.call('sigmoid', x)],
  tensorflow: one((tf, x) => tf.softplus(x)),
})
