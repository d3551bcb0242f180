import { elementwise, one, tensors } from '../elementwise'

export const sign = elementwise({
  name: 'sign',
  parameters: tensors('x'),
  value: (x) => Math.sign(x),
  partials: 'zero',
  tensorflow: one((tf, x) => tf.sign(x)),
  kink: (x) => Math.abs(x),
})
