import { elementwise, one, tensors } from '../elementwise'

export const sqrt = elementwise({
  name: 'sqrt',
  parameters: tensors('x'),
  value: (x) => Math.sqrt(x),
  partials: [(y) => 1 / (2 * y)],
  tensorflow: one((tf, x) => tf.sqrt(x)),
})
