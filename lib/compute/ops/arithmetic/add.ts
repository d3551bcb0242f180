import { elementwise, tensors, two } from '../elementwise'

export const add = elementwise({
  name: 'add',
  written: 'infix',
  parameters: tensors('a', 'b'),
  value: (a, b) => a + b,
  partials: [() => 1, () => 1],
  slopes: [(lay) => lay.number(1), (lay) => lay.number(1)],
  tensorflow: two((tf, a, b) => tf.add(a, b)),
})
