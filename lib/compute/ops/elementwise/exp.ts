import { elementwise, one, tensors } from '../elementwise'

export const exp = elementwise({
  name: 'exp',
  parameters: tensors('x'),
  value: (x) => Math.exp(x),
  partials: [(y) => y],
  slopes: [(_, y) => y],
  tensorflow: one((tf, x) => tf.exp(x)),
})
