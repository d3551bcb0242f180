import { elementwise, one, tensors } from '../elementwise'

export const square = elementwise({
  name: 'square',
  parameters: tensors('x'),
  value: (x) => x * x,
  partials: [(_, x) => 2 * x],
  slopes: [(lay, _, x) => lay.times(lay.number(2), x)],
  tensorflow: one((tf, x) => tf.square(x)),
})
