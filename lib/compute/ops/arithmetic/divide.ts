import { elementwise, tensors, two } from '../elementwise'

export const divide = elementwise({
  name: 'divide',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a / b,
  partials: [(_, __, b) => 1 / b, (y, _, b) => -y / b],
  tensorflow: two((tf, a, b) => tf.div(a, b)),
})
