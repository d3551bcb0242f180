import { elementwise, one, tensors } from '../elementwise'

export const sqrt = elementwise({
  name: 'sqrt',
  parameters: tensors('x'),
  value: (x) => Math.sqrt(x),
  partials: [(y) => 1 / (2 * y)],
  slopes: [(lay, y) => lay.over(lay.number(0.5), y)],
  tensorflow: one((tf, x) => tf.sqrt(x)),
})
