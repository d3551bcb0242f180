import { elementwise, tensors, two } from '../elementwise'

export const multiply = elementwise({
  name: 'multiply',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a * b,
  partials: [(_, __, b) => b, (_, a) => a],
  slopes: [(_, __, ___, b) => b, (_, __, a) => a],
  tensorflow: two((tf, a, b) => tf.mul(a, b)),
})
