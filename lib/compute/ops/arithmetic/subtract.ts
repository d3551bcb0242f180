import { elementwise, tensors, two } from '../elementwise'

export const subtract = elementwise({
  name: 'subtract',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a - b,
  partials: [() => 1, () => -1],
  slopes: [(lay) => lay.number(1), (lay) => lay.number(-1)],
  tensorflow: two((tf, a, b) => tf.sub(a, b)),
})
