import { elementwise, one, tensors } from '../elementwise'

export const tanh = elementwise({
  name: 'tanh',
  parameters: tensors('x'),
  value: (x) => Math.tanh(x),
  partials: [(y) => 1 - y * y],
  slopes: [(lay, y) => lay.minus(lay.number(1), lay.call('square', y))],
  tensorflow: one((tf, x) => tf.tanh(x)),
})
