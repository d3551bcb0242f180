import { elementwise, tensors, two } from '../elementwise'

export const divide = elementwise({
  name: 'divide',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a / b,
  partials: [(_, __, b) => 1 / b, (y, _, b) => -y / b],
  slopes: [(lay, _, __, b) => lay.over(lay.number(1), b), (lay, y, _, b) => lay.call('negate', lay.over(y, b))],
  tensorflow: two((tf, a, b) => tf.div(a, b)),
})
