import { elementwise, one, tensors } from '../elementwise'

export const sigmoid = elementwise({
  name: 'sigmoid',
  parameters: tensors('x'),
  value: (x) => 1 / (1 + Math.exp(-x)),
  partials: [(y) => y * (1 - y)],
  slopes: [(lay, y) => lay.times(y, lay.minus(lay.number(1), y))],
  tensorflow: one((tf, x) => tf.sigmoid(x)),
})
